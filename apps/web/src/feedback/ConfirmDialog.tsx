import { Button, Group, Modal, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  /** What the button that goes on says. */
  readonly action: string;
  /** The button that Enter presses first: `cancel` where what is gone on with takes something away. */
  readonly first: 'cancel' | 'action';
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks once before something is done. */
export function ConfirmDialog({ opened, title, text, action, first, onClose, onConfirm }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus={first === 'cancel' || undefined}>
          {t('actions.cancel')}
        </Button>
        <Button onClick={onConfirm} data-autofocus={first === 'action' || undefined}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}

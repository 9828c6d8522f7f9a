import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';

interface Props {
  /** What is pressed to see them. */
  readonly opener: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

/** The agencies behind what is pressed, asked for when they are looked at. */
export function AgenciesDialog({ opener, title, children }: Props): JSX.Element {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton className={styles.behind} onClick={open} aria-haspopup="dialog">
        {opener}
      </UnstyledButton>
      <Modal opened={opened} onClose={close} size="lg" title={title} closeButtonProps={{ 'aria-label': t('actions.close') }}>
        {children}
      </Modal>
    </>
  );
}

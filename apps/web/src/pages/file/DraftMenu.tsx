import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import { ConfirmDialog } from '../../feedback/ConfirmDialog';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { printApart } from '../../words/print-time';
import { useWords } from '../../words/use-words';
import type { OpenDraft } from './use-year-desk';

/** Throwing the draft away, and bringing back what was thrown away in the last 30 days. */
export function DraftMenu({ draft }: { readonly draft: OpenDraft }): JSX.Element | null {
  const { t } = useWords();
  const [asked, { open, close }] = useDisclosure(false);
  const discard = useMutation({ mutationFn: draft.discard });
  const restore = useMutation({ mutationFn: draft.restore });
  const times = printApart(draft.thrown.map(({ thrownAt }) => thrownAt));
  const mayDiscard = draft.may?.discard === true;
  const refusal = discard.data ?? restore.data ?? null;
  const fault = discard.error ?? restore.error;
  if (!mayDiscard && draft.thrown.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconDots size={15} aria-hidden />}>
            {t('entry.draftMenu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayDiscard && <Menu.Item onClick={open}>{t('entry.discard')}</Menu.Item>}
          {draft.thrown.map(({ id, thrownBy, fileName }, at) => (
            <Menu.Item key={id} onClick={() => restore.mutate(id)}>
              {t('entry.restore', {
                time: times[at] ?? '',
                by: thrownBy,
                from: fileName == null ? t('entry.thrownTyped') : t('entry.thrownFile', { name: fileName }),
              })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {refusal && <RefusalNote refusal={refusal} />}
      {fault && <FaultNote error={fault} />}
      <Discarding opened={asked} onClose={close} onDiscard={() => discard.mutate()} />
    </>
  );
}

interface DiscardingProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

function Discarding({ opened, onClose, onDiscard }: DiscardingProps): JSX.Element {
  const { t } = useWords();
  const discard = (): void => {
    onClose();
    onDiscard();
  };
  return (
    <ConfirmDialog
      {...{ opened, onClose }}
      title={t('entry.discard')}
      text={t('entry.discardHint')}
      action={t('entry.discard')}
      first="cancel"
      onConfirm={discard}
    />
  );
}

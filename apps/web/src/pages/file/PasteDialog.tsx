import { Button, Group, Modal, Text } from '@mantine/core';
import type { BlockText } from '@gongkai/grid';
import { cellWords } from '@gongkai/rules';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import type { DoubtfulPaste, EntryDeskGrid } from './use-entry-grid';

/** Each list names so many and counts the rest. */
const MOST_NAMED = 8;

/** Says what of a paste would not fit before anything is changed. */
export function PasteDialog({ sheet }: { readonly sheet: EntryDeskGrid }): JSX.Element {
  const { t } = useWords();
  const { doubtful } = sheet;
  const fits = doubtful !== null && isOnlyNamed(doubtful);
  return (
    <Modal
      opened={doubtful !== null}
      onClose={() => sheet.settlePaste(false)}
      title={t(fits ? 'paste.headsTitle' : 'paste.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
      returnFocus={false}
    >
      {doubtful !== null && <Choice sheet={sheet} doubtful={doubtful} />}
    </Modal>
  );
}

/** Nothing of it has no place but the names that were copied along. */
function isOnlyNamed({ plan, left }: DoubtfulPaste): boolean {
  return plan.outside.length === 0 && plan.onTotals.length === 0 && left === 0;
}

interface TroublesProps {
  readonly sheet: EntryDeskGrid;
  readonly doubtful: DoubtfulPaste;
}

function Choice({ sheet, doubtful }: TroublesProps): JSX.Element {
  const { t } = useWords();
  const count = doubtful.plan.texts.size;
  return (
    <>
      <Troubles sheet={sheet} doubtful={doubtful} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => sheet.settlePaste(false)} data-autofocus>
          {t('paste.leave')}
        </Button>
        <Button onClick={() => sheet.settlePaste(true)} disabled={count === 0}>
          {t(isOnlyNamed(doubtful) ? 'paste.takeRest' : 'paste.take', { count })}
        </Button>
      </Group>
    </>
  );
}

function Troubles({ sheet, doubtful: { plan, left } }: TroublesProps): JSX.Element {
  const { t, say } = useWords();
  const placed = ({ line, column, text }: BlockText): string => t('paste.outsideAt', { line, column, text });
  const [heads, outside] = [plan.heads.map(placed), plan.outside.map(placed)];
  const onTotals = plan.onTotals.map(({ cell, text, total }) =>
    t('paste.totalAt', { cell: say(cellWords(sheet.grid.form, cell)), text, total: total ?? t('cellStates.blank') }),
  );
  return (
    <>
      {left > 0 && <Text size="sm">{t('paste.tables', { count: left })}</Text>}
      <Named head={t('paste.heads', { count: heads.length })} lines={heads} />
      <Named head={t('paste.outside', { count: outside.length })} lines={outside} />
      <Named head={t('paste.onTotals', { count: onTotals.length })} lines={onTotals} />
    </>
  );
}

function Named({ head, lines }: { readonly head: string; readonly lines: readonly string[] }): JSX.Element | null {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {head}
      </Text>
      <ul>
        {lines.slice(0, MOST_NAMED).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > MOST_NAMED && <li>{t('paste.more', { count: lines.length - MOST_NAMED })}</li>}
      </ul>
    </>
  );
}

import { EntryTables, type EntryActs } from '@gongkai/ui';
import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconNumber0, IconPlayerTrackNext } from '@tabler/icons-react';
import { cellsOfForm, type Finding } from '@gongkai/model';
import { memo, useEffect, useMemo, useRef, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { useEntryWords, useStepWords } from './use-entry-words';
import { isInapplicable, useBlanks } from './use-blanks';
import type { YearDesk } from './use-year-desk';

const Tables = memo(EntryTables);
const NO_FINDINGS: readonly Finding[] = [];

interface Props {
  readonly desk: YearDesk;
  readonly active: Finding | null;
  readonly comments: ReadonlyMap<string, string>;
  readonly isLocked: boolean;
}

/** The official tables with what can be done to them as a whole. */
export function EntrySheet({ desk, active, comments, isLocked }: Props): JSX.Element {
  const { t, language } = useWords();
  const { sheet, entries, findings, report, inapplicable } = desk;
  const words = useEntryWords();
  const announcement = useStepWords(sheet.said);
  const acts = useActs(desk);
  return (
    <section className={`sheet ${styles.tables}`} aria-label={t('file.tables')}>
      <Tools desk={desk} acts={acts} isLocked={isLocked} />
      <Tables
        form={sheet.grid.form}
        focus={sheet.focus}
        calls={sheet.calls}
        selected={sheet.selected}
        findings={findings ?? NO_FINDINGS}
        year={report.year}
        {...{ entries, active, inapplicable, comments, isLocked, announcement, language, words, acts }}
      />
    </section>
  );
}

function Tools({ desk, acts, isLocked }: Pick<Props, 'desk' | 'isLocked'> & { readonly acts: EntryActs }): JSX.Element {
  const { t } = useWords();
  const { state, grid, step } = desk.sheet;
  const blanks = useBlanks(desk);
  const fill = (): void => {
    const rest = cellsOfForm(grid.form).filter((cell) => isInapplicable(desk.inapplicable, cell) && !state.entries.has(cell));
    const texts = new Map([...blanks.map((cell) => [cell, '0'] as const), ...rest.map((cell) => [cell, '/'] as const)]);
    step({ kind: 'fill', texts });
  };
  const tools = [
    { label: t('entry.undo'), Icon: IconArrowBackUp, isOff: isLocked || state.past.length === 0, act: acts.undo },
    { label: t('entry.redo'), Icon: IconArrowForwardUp, isOff: isLocked || state.future.length === 0, act: acts.redo },
    { label: t('entry.nextMarked'), Icon: IconPlayerTrackNext, isOff: false, act: acts.nextMarked },
    { label: t('entry.fillZeros', { count: blanks.length }), Icon: IconNumber0, isOff: isLocked || blanks.length === 0, act: fill },
  ];
  return (
    <Group gap="xs" className="no-print" role="toolbar" aria-label={t('entry.tools')}>
      {tools.map(({ label, Icon, isOff, act }) => (
        <Button key={label} size="compact-sm" variant="default" leftSection={<Icon size={15} aria-hidden />} disabled={isOff} onClick={act}>
          {label}
        </Button>
      ))}
      <span className={styles.keys}>{t('entry.keysShort')}</span>
    </Group>
  );
}

/** One object for good, so that no cell is painted anew for it. */
function useActs(desk: YearDesk): EntryActs {
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  });
  const { acts } = desk.sheet;
  return useMemo(
    () => ({
      ...acts,
      nextMarked: () => {
        const { sheet, findings, file } = latest.current;
        const doubted = [...(file?.readings ?? [])].flatMap(([cell, { isDoubted }]) => (isDoubted ? [cell] : []));
        const marked = new Set([...doubted, ...(findings ?? []).flatMap(({ cells: [first] }) => first ?? [])]);
        const cells = [...new Set(sheet.grid.tables.flatMap(({ lines }) => lines.flat()))];
        const at = cells.indexOf(sheet.focus);
        const next = [...cells.slice(at + 1), ...cells.slice(0, at)].find((cell) => marked.has(cell));
        if (next !== undefined) sheet.lead(next);
      },
    }),
    [acts],
  );
}

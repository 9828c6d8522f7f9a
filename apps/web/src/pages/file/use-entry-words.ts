import type { EntryWords } from '@gongkai/ui';
import { useMemo } from 'react';
import { useTableWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import type { StepTold } from './use-entry-grid';

/** What the tables say while they are filled in. */
export function useEntryWords(): EntryWords {
  const { t } = useWords();
  const tableWords = useTableWords();
  return useMemo(
    () => ({
      ...tableWords,
      origins: {
        read: t('entry.origins.read'),
        typed_over: t('entry.origins.typed_over'),
        carried: t('entry.origins.carried'),
        carried_changed: t('entry.origins.carried_changed'),
        typed: t('entry.origins.typed'),
      },
      total: t('entry.total'),
      was: (text) => t('entry.was', { text }),
      printedTotal: (worked) => t('entry.printedTotal', { worked }),
      keys: t('entry.keys'),
      locked: t('entry.locked'),
      leave: t('entry.leave'),
    }),
    [t, tableWords],
  );
}

/** The last step, said aloud. */
export function useStepWords(said: StepTold | null): string {
  const { t } = useWords();
  return said === null ? '' : t(`entry.steps.${said.kind}`, { count: said.cells });
}

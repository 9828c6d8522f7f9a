import type { FindingWords, TableWords } from '@gongkai/ui';
import { useMemo } from 'react';
import { useWords } from './use-words';

/** What the statutory tables say beside the labels of the form. */
export function useTableWords(): TableWords {
  const { t } = useWords();
  return useMemo(
    () => ({
      headings: t('tables.headings', { returnObjects: true }) as Record<string, string>,
      content: t('tables.content'),
      balance: t('tables.balance'),
      captions: { s2: t('sections.s2'), s3: t('sections.s3'), s4: t('sections.s4') },
      states: {
        blank: t('cellStates.blank'),
        mark: t('cellStates.mark'),
        unreadable: t('cellStates.unreadable'),
        not_found: t('cellStates.not_found'),
        not_in_form: t('cellStates.not_in_form'),
        unit_unknown: t('cellStates.unit_unknown'),
      },
      severities: severityWords(t),
      pointed: t('tables.pointed'),
      derived: t('tables.derived'),
      inapplicable: t('tables.inapplicable'),
      note: (note) => t('tables.note', { note }),
      confidences: { alike: t('tables.confidences.alike'), inferred: t('tables.confidences.inferred') },
      units: { cny: t('tables.units.cny'), cny_10k: t('tables.units.cny_10k') },
      unrecognised: t('tables.unrecognised'),
    }),
    [t],
  );
}

/** What stands around findings: said to who files a report, or to who reads one that was published and is kept as printed. */
export function useFindingWords(reader: 'filer' | 'public' = 'filer'): FindingWords {
  const { t } = useWords();
  return useMemo(
    () => ({
      severities: severityWords(t),
      meanings: reader === 'filer' ? filerMeanings(t) : printedMeanings(t),
      expected: t('findings.expected'),
      found: t('findings.found'),
      difference: t('findings.difference'),
      says: t('findings.says'),
      basis: t('findings.basis'),
      rule: t('findings.rule'),
      ruleAt: (code) => `/rules?q=${encodeURIComponent(code)}`,
      remedy: t(reader === 'filer' ? 'findings.remedy' : 'findings.printedRemedy'),
      details: t('findings.details'),
      show: t('findings.show'),
      consequences: (count) => t('findings.consequences', { count }),
      repair: t('findings.repair'),
      repairs: (count) => t('findings.repairs', { count }),
      more: (count) => t('findings.more', { count }),
      incomplete: t('findings.incomplete'),
      blank: t('findings.blank'),
    }),
    [t, reader],
  );
}

function severityWords(t: (key: string) => string): FindingWords['severities'] {
  return {
    error: t('severities.error'),
    inconsistency: t('severities.inconsistency'),
    warning: t('severities.warning'),
    info: t('severities.info'),
  };
}

function filerMeanings(t: (key: string) => string): FindingWords['meanings'] {
  return {
    error: t('severityMeanings.error'),
    inconsistency: t('severityMeanings.inconsistency'),
    warning: t('severityMeanings.warning'),
    info: t('severityMeanings.info'),
  };
}

function printedMeanings(t: (key: string) => string): FindingWords['meanings'] {
  return {
    error: t('printedMeanings.error'),
    inconsistency: t('printedMeanings.inconsistency'),
    warning: t('printedMeanings.warning'),
    info: t('printedMeanings.info'),
  };
}

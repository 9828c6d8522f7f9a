import type { Severity } from '@gongkai/model';
import { SeverityCounts } from '@gongkai/ui';
import type { JSX } from 'react';
import { useFindingWords } from '../words/use-table-words';
import { useWords } from '../words/use-words';

/** How many findings of each kind stood when it was filed. */
export function CheckedCounts({ findings }: { readonly findings: readonly { readonly severity: Severity }[] }): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  return <SeverityCounts severities={findings.map(({ severity }) => severity)} words={severities} none={t('findings.none')} />;
}

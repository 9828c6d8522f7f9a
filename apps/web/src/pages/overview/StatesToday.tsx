import type { JSX } from 'react';
import { useWords } from '../../words/use-words';

/** Beside figures as of a day: what is told of the reports is of now. */
export function StatesToday({ asOf }: { readonly asOf: string | null }): JSX.Element | null {
  const { t } = useWords();
  return asOf === null ? null : <p className="gk-faded">{t('overview.statesToday', { day: asOf })}</p>;
}

import { outcomesOption, type OutcomesInput } from '@gongkai/charts';
import { useMemo, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { ChartCard } from './ChartCard';
import { indicatorsOf, OUTCOMES, RATE } from './chart-plans';
import type { OverviewParams } from './overview-params';
import { csvLink, type Rows } from './use-series';

const CODES: readonly string[] = [...OUTCOMES, RATE];

/** What became of applications. */
export function OutcomesCard({ rows, params }: { readonly rows: Rows; readonly params: OverviewParams }): JSX.Element {
  const { t, language } = useWords();
  const input = useMemo<OutcomesInput>(
    () => ({
      rows: rows.filter(({ indicator }) => CODES.includes(indicator)),
      indicators: indicatorsOf(CODES),
      outcomes: OUTCOMES,
      rate: RATE,
      language,
      counted: params.counted,
    }),
    [rows, language, params.counted],
  );
  const option = useMemo(() => outcomesOption(input), [input]);
  return (
    <ChartCard
      id="outcomes"
      title={t('charts.outcomes')}
      option={option}
      input={input}
      height={400}
      csv={csvLink({ ...params, codes: CODES, by: 'none' })}
    />
  );
}

import { outcomesOption, type OutcomesInput } from '@gongkai/charts';
import { useMediaQuery } from '@mantine/hooks';
import type { EChartsOption } from 'echarts';
import { useMemo, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { ChartCard } from './ChartCard';
import { indicatorsOf, OUTCOMES, RATE } from './chart-plans';
import { UNPARTED, type FiguresShown } from './use-series';

const CODES: readonly string[] = [...OUTCOMES, RATE];

/** What became of applications. */
export function OutcomesCard({ rows, params, busy }: FiguresShown): JSX.Element {
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
  const roomy = useMediaQuery('(min-width: 700px)', true, { getInitialValueInEffect: false });
  const option = useMemo(() => withLegend(outcomesOption(input), roomy), [input, roomy]);
  return (
    <ChartCard
      id="outcomes"
      title={t('charts.outcomes')}
      option={option}
      input={input}
      height={400}
      busy={busy}
      asked={{ ...params, codes: CODES, parting: UNPARTED }}
    />
  );
}

/** Seven names need two lines where there is room for them, and pages to turn where there is not. */
function withLegend(option: EChartsOption, roomy: boolean): EChartsOption {
  const { legend } = option;
  return legend && !Array.isArray(legend) && roomy ? { ...option, legend: { ...legend, type: 'plain' } as typeof legend } : option;
}

import { trendHeight, trendOption, type TrendInput } from '@gongkai/charts';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { ChartCard } from './ChartCard';
import { indicatorsOf, PROACTIVE, proactivePanels } from './chart-plans';
import { UNPARTED, type FiguresShown } from './use-series';

/** Documents, decisions and fees as small multiples. */
export function ProactiveCard({ rows, params, busy }: FiguresShown): JSX.Element {
  const { t, language } = useWords();
  const columns = useColumns();
  const documents = t('charts.documents');
  const input = useMemo<TrendInput>(
    () => ({
      rows: rows.filter(({ indicator }) => PROACTIVE.includes(indicator)),
      indicators: indicatorsOf(PROACTIVE),
      panels: proactivePanels(documents),
      language,
      counted: params.counted,
      columns,
    }),
    [rows, language, params.counted, columns, documents],
  );
  const option = useMemo(() => trendOption(input), [input]);
  return (
    <ChartCard
      id="proactive"
      title={t('charts.proactive')}
      option={option}
      input={input}
      height={trendHeight(input)}
      asked={{ ...params, codes: PROACTIVE, parting: UNPARTED }}
      wide
      busy={busy}
    />
  );
}

function useColumns(): 1 | 2 | 3 {
  const wide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const middle = useMediaQuery('(min-width: 700px)', true, { getInitialValueInEffect: false });
  return wide ? 3 : middle ? 2 : 1;
}

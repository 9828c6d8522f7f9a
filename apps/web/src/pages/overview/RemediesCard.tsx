import { remediesOption, type RemediesInput } from '@gongkai/charts';
import { useMemo, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { ChartCard } from './ChartCard';
import { indicatorsOf, REMEDIES, resultWords } from './chart-plans';
import { UNPARTED, type FiguresShown } from './use-series';

const CODES: readonly string[] = REMEDIES.flatMap(({ indicators }) => indicators);

/** Reviews and suits by their results. */
export function RemediesCard({ rows, params, busy }: FiguresShown): JSX.Element {
  const { t, language } = useWords();
  const input = useMemo<RemediesInput>(
    () => ({
      rows: rows.filter(({ indicator }) => CODES.includes(indicator)),
      indicators: indicatorsOf(CODES),
      results: resultWords(),
      stacks: REMEDIES.map(({ of, indicators }) => ({ title: { zh: t(`charts.${of}`), en: t(`charts.${of}`) }, indicators })),
      language,
      counted: params.counted,
    }),
    [rows, language, params.counted, t],
  );
  const option = useMemo(() => remediesOption(input), [input]);
  return (
    <ChartCard
      id="remedies"
      title={t('charts.remedies')}
      option={option}
      input={input}
      height={400}
      busy={busy}
      asked={{ ...params, codes: CODES, parting: UNPARTED }}
    />
  );
}

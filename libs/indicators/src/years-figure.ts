import type { Cell, Comparability, Coverage, Indicator, NoValue } from '@gongkai/model';
import { comparabilityOf, worstOf } from './comparability';
import { addCoverages } from './coverage';
import { type Objection, object } from './objection';
import { shownOf } from './parts';
import type { CountedPoint } from './point-of';

/** How years are put together: `sum` adds flows up, `last` takes the last year with a value, `ratio` divides all numerators by all denominators. */
export type OverYears = 'sum' | 'last' | 'ratio';

/** Several years of one indicator in one figure. */
export interface YearsFigure {
  readonly by: OverYears;
  readonly years: readonly number[];
  readonly value: string | null;
  readonly noValue: NoValue | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly coverage: Coverage;
  readonly comparability: Comparability;
}

/** A sum over years that has no meaning is refused, and the lawful one named: stocks (时点数) and ratios do not add. */
export function objectOverYears(indicators: readonly Indicator[], by: OverYears, cells: readonly Cell[]): Objection | null {
  for (const indicator of indicators) {
    const lawful = lawfulOver(indicator, cells);
    if (!lawful.includes(by)) return notAdditive(indicator, lawful);
  }
  return null;
}

/** The ways in which years of an indicator may be put together. */
export function lawfulOver(indicator: Indicator, cells: readonly Cell[]): readonly OverYears[] {
  if (indicator.additivity === 'flow') return ['sum', 'last'];
  return indicator.additivity === 'ratio' && isOfFlows(indicator, cells) ? ['ratio', 'last'] : ['last'];
}

/** A share whose cells are counted anew each year; what is carried over would be divided by, or counted, twice. */
function isOfFlows({ terms }: Indicator, cells: readonly Cell[]): boolean {
  const added = new Set(Object.values(terms).flatMap(({ of, over }) => [...of, ...over]));
  return cells.every(({ id, additivity }) => additivity === 'flow' || !added.has(id));
}

const CLASSES = {
  flow: { zh: '时期数', en: 'a flow' },
  stock: { zh: '时点数，次年会再次计入', en: 'a stock, which the next year counts again' },
  ratio: { zh: '比率', en: 'a ratio' },
} as const;
const WAYS = {
  sum: { zh: 'sum（各年相加）', en: 'sum (the years added up)' },
  last: { zh: 'last（取最后一年的值）', en: 'last (the value of the last year)' },
  ratio: { zh: 'ratio（各年分子之和除以分母之和）', en: 'ratio (all numerators over all denominators)' },
} as const;

function notAdditive({ title, additivity }: Indicator, lawful: readonly OverYears[]): Objection {
  const say = (language: 'zh' | 'en', comma: string): string => lawful.map((way) => WAYS[way][language]).join(comma);
  return object('NOT_ADDITIVE', {
    zh: `“${title.zh}”是${CLASSES[additivity].zh}，这样跨年汇总不可加。可以改用：${say('zh', '、')}。`,
    en: `“${title.en}” is ${CLASSES[additivity].en}: over years it does not add this way. Ask instead for ${say('en', ' or ')}.`,
  });
}

/** The points are ascending years of one series. Years that do not compare with each other make no figure. */
export function yearsFigure(indicator: Indicator, points: readonly CountedPoint[], by: OverYears): YearsFigure {
  const valued = points.filter(({ sums }) => sums !== null);
  const used = by === 'last' ? valued.slice(-1) : valued;
  const comparability = worstOf(used.flatMap((a, at) => used.slice(at + 1).map((b) => comparabilityOf(indicator, a.forms, b.forms))));
  const sums = used.flatMap((point) => (point.sums === null ? [] : [point.sums]));
  const comparable = comparability.verdict !== 'none' && sums.length > 0;
  const shown = shownOf(
    indicator,
    comparable
      ? {
          numerator: sums.reduce((sum, each) => sum + each.numerator, 0n),
          denominator: sums.reduce<bigint | null>(
            (sum, each) => (sum === null || each.denominator === null ? null : sum + each.denominator),
            0n,
          ),
        }
      : null,
    0,
  );
  const counted = by === 'last' && used.length > 0 ? used : points;
  return {
    by,
    years: used.map(({ year }) => year),
    value: shown.value,
    noValue: shown.value === null ? whyNot(points, used, comparability) : null,
    numerator: shown.numerator,
    denominator: shown.denominator,
    coverage: addCoverages(counted.map(({ coverage }) => coverage)),
    comparability,
  };
}

function whyNot(points: readonly CountedPoint[], used: readonly CountedPoint[], { verdict }: Comparability): NoValue {
  if (verdict === 'none') return 'not_comparable';
  if (used.length > 0) return 'denominator_zero';
  return points.at(-1)?.noValue ?? 'nobody_reported';
}

import type { Indicator, SeriesPoint, Language } from '@gongkai/model';
import type { CountedState } from './words';

export type ChartIndicator = Pick<Indicator, 'code' | 'title' | 'unit'>;

/** What every chart is a function of. */
export interface ChartInput {
  readonly rows: readonly SeriesPoint[];
  /** Titles and units, in the order in which they are to be drawn and read. Rows of other indicators are not drawn. */
  readonly indicators: readonly ChartIndicator[];
  readonly language: Language;
  /** Which editions the rows count; `published` unless said. */
  readonly counted?: CountedState;
  /** Off for tests and pictures; on unless said. */
  readonly animation?: boolean;
}

/** One indicator of one group over all years; a year without a row is `null`. */
export interface ChartSeries {
  readonly indicator: ChartIndicator;
  readonly group: SeriesPoint['group'];
  /** Distinct within the chart and without meaning. */
  readonly key: string;
  /** Title of the indicator, with the group where there are groups. */
  readonly name: string;
  readonly points: readonly (SeriesPoint | null)[];
}

/** All years from the first to the last that occurs, so that one without a single row is a gap and not a jump. */
export function yearsOf(rows: readonly SeriesPoint[]): readonly number[] {
  if (rows.length === 0) return [];
  const years = rows.map(({ year }) => year);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

/** The rows as series: indicators in their given order, groups in order of appearance. Of two rows for one place the later wins. */
export function chartSeriesOf({ rows, indicators, language }: ChartInput): readonly ChartSeries[] {
  const years = yearsOf(rows);
  return indicators.flatMap((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator.code);
    const groups = new Map(own.map(({ group }) => [group === null ? '' : group.key, group]));
    return [...groups].map(([groupKey, group]) => {
      const byYear = new Map(own.filter((row) => (row.group === null ? '' : row.group.key) === groupKey).map((row) => [row.year, row]));
      return {
        indicator,
        group,
        key: `${indicator.code}/${groupKey}`,
        name: group === null ? indicator.title[language] : `${group.name} ${indicator.title[language]}`,
        points: years.map((year) => byYear.get(year) ?? null),
      };
    });
  });
}

/** The figure to draw: null for nothing, for the exact one see the words beside it. */
export function heightOf(point: SeriesPoint | null | undefined): number | null {
  return point === null || point === undefined || point.value === null ? null : Number(point.value);
}

/** Some of those who should stand behind the figure do not. */
export function isPartial({ coverage }: SeriesPoint): boolean {
  return coverage.reported < coverage.expected || coverage.leftOut > 0;
}

/** The share of agencies behind the figure, of those who should be. */
export function coveredShare({ coverage }: SeriesPoint): number {
  return coverage.expected === 0 ? 1 : (coverage.reported - coverage.leftOut) / coverage.expected;
}

/** A share of so few that it says little: drawn grey, and no rank. */
export function hasFewCases({ small }: SeriesPoint): boolean {
  return small;
}

/** The figure is no longer what was published first. */
export function isRestated(point: SeriesPoint | null | undefined): boolean {
  return point !== null && point !== undefined && point.restated !== null;
}

/** Stands at every restated figure, in charts and tables alike. */
export const RESTATED_MARK = '※';

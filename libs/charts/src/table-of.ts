import { RESTATED_MARK, isRestated, isPartial, chartSeriesOf, yearsOf, type ChartInput } from './chart-input';
import { changeWords, comparabilityWords, coverageWords, formWords, organisationWords, restatedWords, valueWords } from './point-words';
import { wordsOf } from './words';

/** The table twin of a chart: a row a year, a column a series. */
export interface ChartTable {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly ChartTableRow[];
}

export interface ChartTableRow {
  readonly year: number;
  readonly title: string;
  /** One a column. */
  readonly cells: readonly ChartTableCell[];
}

export interface ChartTableCell {
  /** The exact figure with its unit, or which nothing it is. */
  readonly text: string;
  readonly missing: boolean;
  readonly partial: boolean;
  readonly coverage: string | null;
  readonly forms: string | null;
  /** What stands against comparing it with the row above; null where nothing does. */
  readonly comparability: string | null;
  /** What happened to the organisations behind it in the year and is not said with the comparability. */
  readonly organisations: string | null;
  /** The change from the year before, and among whom; null where there is no such figure. */
  readonly change: string | null;
  /** What was published first, where the figure is another now. */
  readonly restated: string | null;
}

export function tableOf(input: ChartInput): ChartTable {
  const series = chartSeriesOf(input);
  return {
    columns: series.map(({ key, name }) => ({ key, title: name })),
    rows: yearsOf(input.rows).map((year, index) => ({
      year,
      title: wordsOf(input.language).year(year),
      cells: series.map(({ indicator, points }) => {
        const point = points[index] ?? null;
        return {
          text: valueWords(point, indicator, input) + (isRestated(point) ? RESTATED_MARK : ''),
          missing: point === null || point.value === null,
          partial: point !== null && isPartial(point),
          coverage: point === null ? null : coverageWords(point.coverage, input),
          forms: point === null ? null : formWords(point, input),
          comparability: point === null ? null : comparabilityWords(point.comparability, input),
          organisations: point === null ? null : organisationWords(point, input),
          change: point === null ? null : changeWords(point, points[index - 1] ?? null, indicator, input),
          restated: point === null ? null : restatedWords(point, indicator, input),
        };
      }),
    })),
  };
}

import type { Indicator, SeriesPoint } from '@gongkai/model';
import type { Column, Row, Table } from './write-csv';

export interface SeriesTableOrigin {
  /** Titles and units of every indicator that occurs. */
  readonly indicators: readonly Pick<Indicator, 'code' | 'title' | 'unit'>[];
  /** Which editions were counted. */
  readonly counted: 'published' | 'accepted';
  /** ISO 8601 with offset. */
  readonly generatedAt: string;
  /** The region or agency asked for. */
  readonly scope: string;
}

const text = (title: string): Column => ({ title, kind: 'text' });
const number = (title: string): Column => ({ title, kind: 'number' });

const COLUMNS: readonly Column[] = [
  text('indicator'),
  text('title_zh'),
  text('scope'),
  text('group_key'),
  text('group_name'),
  number('year'),
  number('value'),
  text('no_value'),
  text('unit'),
  number('numerator'),
  number('denominator'),
  number('expected'),
  number('reported'),
  number('late'),
  number('missing'),
  number('left_out'),
  text('forms'),
  text('comparability'),
  text('comparability_reason'),
  text('counted'),
  text('generated_at'),
];

/**
 * Points of indicator series as a tidy table, one row a point: value and unit, who stands behind it, on which forms, comparable or not.
 * A missing value is an empty field whose reason stands in `no_value`. Throws on an indicator without a title.
 */
export function seriesTable(points: Iterable<SeriesPoint> | AsyncIterable<SeriesPoint>, origin: SeriesTableOrigin): Table {
  return { columns: COLUMNS, rows: rowsOf(points, origin) };
}

async function* rowsOf(points: Iterable<SeriesPoint> | AsyncIterable<SeriesPoint>, origin: SeriesTableOrigin): AsyncGenerator<Row> {
  const indicators = new Map(origin.indicators.map((indicator) => [indicator.code, indicator]));
  for await (const point of points) {
    const indicator = indicators.get(point.indicator);
    if (!indicator) throw new RangeError(`no title for indicator ${point.indicator}`);
    yield rowOf(point, indicator, origin);
  }
}

function rowOf(
  point: SeriesPoint,
  { title, unit }: Pick<Indicator, 'title' | 'unit'>,
  { counted, generatedAt, scope }: SeriesTableOrigin,
): Row {
  const { coverage, group, comparability } = point;
  return [
    point.indicator,
    title.zh,
    scope,
    group === null ? null : group.key,
    group === null ? null : group.name,
    String(point.year),
    point.value,
    point.noValue,
    unit,
    point.numerator,
    point.denominator,
    ...[coverage.expected, coverage.reported, coverage.late, coverage.missing, coverage.leftOut].map(String),
    point.forms.join(' '),
    comparability === null ? null : comparability.verdict,
    comparability?.reason?.zh ?? null,
    counted,
    generatedAt,
  ];
}

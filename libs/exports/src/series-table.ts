import type { Indicator, SeriesPoint } from '@gongkai/model';
import type { Column, Row, CsvTable } from './write-csv';
import type { WorkbookSheet } from './write-workbook';

export interface SeriesTableOrigin {
  /** Titles and units of every indicator that occurs. */
  readonly indicators: readonly Pick<Indicator, 'code' | 'title' | 'unit'>[];
  /** Which editions were counted. */
  readonly counted: 'published' | 'accepted';
  /** The latest edition, or the one published first. */
  readonly edition: 'latest' | 'first_published';
  /** ISO 8601; null for now. */
  readonly asOf: string | null;
  /** How the organisations of different years are held together. */
  readonly view: 'as_reported' | 'today' | 'constant';
  /** What was chosen of the whole, e.g. `applicants=natural_person`; null for all. */
  readonly filter: string | null;
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
  number('left_out_blank'),
  number('left_out_form'),
  text('forms'),
  text('comparability'),
  text('comparability_reason'),
  text('change_over'),
  number('change_counted_before'),
  number('change_counted_now'),
  number('change'),
  number('change_relative'),
  text('small'),
  number('interval_low'),
  number('interval_high'),
  text('restated'),
  number('first_value'),
  number('first_numerator'),
  number('first_denominator'),
  text('restated_since'),
  text('restated_reasons'),
  text('counted'),
  text('edition'),
  text('as_of'),
  text('generated_at'),
  text('view'),
  text('filter'),
  text('changes'),
];

/**
 * Points of indicator series as a tidy table, one row a point: value and unit, who stands behind it, on which forms, comparable or
 * not, what changed, and what was published first where that is no longer the value.
 * A missing value is an empty field whose reason stands in `no_value`. Throws on an indicator without a title.
 */
export function seriesTable(points: Iterable<SeriesPoint> | AsyncIterable<SeriesPoint>, origin: SeriesTableOrigin): CsvTable {
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
  { counted, edition, asOf, generatedAt, scope, view, filter }: SeriesTableOrigin,
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
    ...[coverage.expected, coverage.reported, coverage.late, coverage.missing].map(String),
    ...[coverage.leftOut, coverage.leftOutBlank, coverage.leftOutForm].map(String),
    point.forms.join(' '),
    comparability === null ? null : comparability.verdict,
    comparability?.reason?.zh ?? null,
    ...changeOf(point),
    point.small ? 'small' : null,
    ...(point.interval === null ? [null, null] : [point.interval.low, point.interval.high]),
    ...restatementOf(point),
    counted,
    edition,
    asOf,
    generatedAt,
    view,
    filter,
    changesOf(point),
  ];
}

function changeOf({ change }: SeriesPoint): Row {
  if (change === null) return [null, null, null, null, null];
  return [change.over, String(change.countedBefore), String(change.countedNow), change.difference, change.relative];
}

/** What happened in the year to the organisations behind the point. */
function changesOf({ changes }: SeriesPoint): string | null {
  return changes === undefined || changes.length === 0 ? null : changes.map(({ words }) => words.zh).join('；');
}

function restatementOf({ restated }: SeriesPoint): Row {
  if (restated === null) return [null, null, null, null, null, null];
  const { first, firstNumerator, firstDenominator, since, reasonClasses } = restated;
  return ['restated', first, firstNumerator, firstDenominator, since, reasonClasses.join(' ')];
}

/** The same as a sheet of a workbook. */
export function seriesSheet(name: string, { columns, rows }: CsvTable): WorkbookSheet {
  return { name, columns: columns.map((column) => ({ ...column, width: Math.max(10, column.title.length + 2) })), rows };
}

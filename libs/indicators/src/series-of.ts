import type { Indicator, Panel, SeriesPoint } from '@gongkai/model';
import { compareYears } from './compare-years';
import { groupBy } from './group-by';
import { type CountedPoint, pointOf } from './point-of';
import type { Question } from './questions-of';
import type { CoverageRow, PanelRow, RestatedRow, SumRow } from './rows';
import type { SeriesAsked, SeriesQuery } from './series-question';
import { type OverYears, type YearsFigure, yearsFigure } from './years-figure';

export interface SeriesRow {
  readonly indicator: Indicator;
  readonly group: SeriesPoint['group'];
  readonly points: readonly CountedPoint[];
  readonly overYears: YearsFigure | null;
}

/** What the statements answered. */
export interface Answers {
  readonly sums: readonly SumRow[];
  readonly coverage: readonly CoverageRow[];
  readonly restated: readonly RestatedRow[];
  readonly panel: { readonly over: Panel; readonly rows: readonly PanelRow[] };
  readonly smallBelow: number;
}

/** The one way from rows to points: every group asked for, with every indicator, year by year. */
export function seriesOf(
  query: SeriesQuery,
  { page, overYears }: Pick<SeriesAsked, 'page' | 'overYears'>,
  answers: Answers,
): { readonly series: readonly SeriesRow[]; readonly total: number; readonly after: string | null } {
  const byCells = query.cellGroups;
  const groups = byCells ?? groupsOf(query, answers.coverage);
  const start = page?.after ? Number(page.after) : 0;
  const shown = page === undefined ? groups : groups.slice(start, start + page.first);
  const end = start + shown.length;
  const sums = groupBy(answers.sums, ofQuestion);
  // Cells have no coverage of their own: it is that of the agencies asked.
  const coverage = groupBy(answers.coverage, ({ groupKey }) => groupKey);
  const restated = groupBy(answers.restated, ofQuestion);
  const panel = groupBy(answers.panel.rows, ofQuestion);
  const series = shown.flatMap((group) => {
    const key = group === null ? '' : group.key;
    const questions = query.questions.filter((question) => byCells === null || question.key === key);
    return questions.map((question, index) => {
      const own = <Row>(rows: ReadonlyMap<string, readonly Row[]>): readonly Row[] => rows.get(ofQuestion({ groupKey: key, index })) ?? [];
      return rowOf(
        query,
        { question, group, overYears: overYears ?? null },
        {
          sums: own(sums),
          coverage: coverage.get(byCells === null ? key : '') ?? [],
          restated: own(restated),
          panel: { over: answers.panel.over, rows: own(panel) },
          smallBelow: answers.smallBelow,
        },
      );
    });
  });
  return { series, total: groups.length, after: end < groups.length ? String(end) : null };
}

function rowOf(
  { from, to }: SeriesQuery,
  {
    question,
    group,
    overYears,
  }: { readonly question: Question; readonly group: SeriesPoint['group']; readonly overYears: OverYears | null },
  { sums, coverage, restated, panel, smallBelow }: Answers,
): SeriesRow {
  const { indicator } = question;
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const points = compareYears(
    indicator,
    years.map((year) => {
      const own = <Row extends { readonly year: number }>(rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.year === year);
      return pointOf({ question, year, group, rows: own(sums), restated: own(restated), coverage: own(coverage)[0] ?? null, smallBelow });
    }),
    panel,
  );
  return { indicator, group, points, overYears: overYears === null ? null : yearsFigure(indicator, points, overYears) };
}

function groupsOf({ groupBy: parting }: SeriesQuery, coverage: readonly CoverageRow[]): readonly SeriesPoint['group'][] {
  if (parting === 'none') return [null];
  return [...new Map(coverage.map(({ groupKey: key, groupName: name }) => [key, { key, name }])).values()];
}

const ofQuestion = ({ groupKey, index }: { readonly groupKey: string; readonly index: number }): string => `${index} ${groupKey}`;

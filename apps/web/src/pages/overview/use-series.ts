import type { SeriesPoint } from '@gongkai/model';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import type { RefusalShown } from '../../feedback/RefusalNote';
import type { PickedSeries } from '../../explanations/use-explanation';
import { SeriesDocument, type GroupBy, type SeriesQuery } from '../../generated/graphql';
import { endOf, type OverviewParams } from './overview-params';

/** How a series is parted, and which cells of section three are in it at all. */
export interface Parting extends Pick<OverviewParams, 'level' | 'applicant' | 'outcome'> {
  readonly by: GroupBy;
}

export const UNPARTED: Parting = { by: 'none', level: null, applicant: null, outcome: null };
export const BELOW: Parting = { ...UNPARTED, by: 'region' };

type Counting = Pick<OverviewParams, 'scope' | 'from' | 'to' | 'counted' | 'edition' | 'asOf' | 'view'>;

export interface SeriesChoice extends Counting, Pick<OverviewParams, 'panel'> {
  readonly codes: readonly string[];
  readonly parting: Parting;
}

export type Rows = readonly SeriesPoint[];

/** The points of the groups that came, and how many groups there are; with what was asked, as they may be shown until other points come. */
export interface SeriesLoaded {
  readonly asked: SeriesChoice;
  readonly rows: Rows;
  readonly groups: { readonly shown: number; readonly total: number };
}

/** Figures of one place as a part of its page shows them. */
export interface FiguresShown {
  readonly rows: Rows;
  readonly params: OverviewParams;
  /** The figures are of the question before; those of this one are on their way. */
  readonly busy: boolean;
}

/** Points of indicators for one place, or why they were refused. */
export function useSeries(asked: SeriesChoice): UseQueryResult<SeriesLoaded | RefusalShown> {
  const { scope, codes, from, to, counted, edition, asOf, panel, view, parting } = asked;
  const key: SeriesChoice = { scope, codes, from, to, counted, edition, asOf, panel, view, parting };
  return useQuery({
    queryKey: ['series', key],
    enabled: scope !== null,
    placeholderData: (before, query) =>
      JSON.stringify((query?.queryKey[1] as SeriesChoice | undefined)?.scope) === JSON.stringify(scope) ? before : undefined,
    queryFn: async () => seenOf(key, await ask(SeriesDocument, { indicators: [...codes], ...pickSeries(asked, parting), panel })),
  });
}

/** Which editions of whom, in the words of the api. */
export function countingOf({
  scope,
  from,
  to,
  counted,
  edition,
  asOf,
}: Omit<Counting, 'view'>): Pick<PickedSeries, 'scope' | 'years' | 'state' | 'edition' | 'asOf'> {
  const place = scope === null ? {} : 'agency' in scope ? { agencyId: scope.agency } : { regionId: scope.region };
  return { scope: place, years: { from, to }, state: counted, edition, asOf: asOf === null ? null : endOf(asOf) };
}

/** The series of a question, as charts, explanations and files ask for it. */
export function pickSeries(counting: Counting, parting: Parting): PickedSeries {
  const { by, level } = parting;
  return { ...countingOf(counting), view: counting.view, groupBy: by, level: by === 'region' ? level : null, filter: pickFilter(parting) };
}

/** Which cells are counted; null where all are. */
export function pickFilter({ applicant, outcome }: Pick<Parting, 'applicant' | 'outcome'>): PickedSeries['filter'] {
  const chosen = { ...(applicant === null ? {} : { applicants: [applicant] }), ...(outcome === null ? {} : { outcomes: [outcome] }) };
  return Object.keys(chosen).length === 0 ? null : chosen;
}

function seenOf(asked: SeriesChoice, { indicatorSeries }: SeriesQuery): SeriesLoaded | RefusalShown {
  if (indicatorSeries.__typename === 'Refusal') return indicatorSeries;
  const { series, total } = indicatorSeries;
  return { asked, rows: rowsOf(series), groups: { shown: new Set(series.map(({ group }) => group?.key)).size, total } };
}

type Answered = Extract<SeriesQuery['indicatorSeries'], { __typename: 'IndicatorSeries' }>['series'];

function rowsOf(series: Answered): Rows {
  return series.flatMap(({ indicator, group, points }) =>
    points.map((point) => ({
      ...point,
      indicator: indicator.code,
      group: group ?? null,
      value: point.value ?? null,
      noValue: point.noValue ?? null,
      numerator: point.numerator ?? null,
      denominator: point.denominator ?? null,
      comparability: comparabilityOf(point.comparability),
      interval: point.interval ?? null,
      restated: point.restated ? restatementOf(point.restated) : null,
      change: point.change ? changeOf(point.change) : null,
    })),
  );
}

type Point = Answered[number]['points'][number];

function comparabilityOf(told: Point['comparability']): SeriesPoint['comparability'] {
  return told ? { verdict: told.verdict, reason: told.reason ?? null } : null;
}

function restatementOf(told: NonNullable<Point['restated']>): SeriesPoint['restated'] {
  const { first = null, firstNumerator = null, firstDenominator = null } = told;
  return { ...told, first, firstNumerator, firstDenominator };
}

function changeOf(told: NonNullable<Point['change']>): SeriesPoint['change'] {
  const { before = null, now = null, difference = null, relative = null, comparability } = told;
  const { verdict, reason = null } = comparability;
  return { ...told, before, now, difference, relative, comparability: { verdict, reason } };
}

export function wasRefused<Result extends object>(result: Result | RefusalShown): result is RefusalShown {
  return '__typename' in result && result.__typename === 'Refusal';
}

/** Where the same figures are to be had as a file. */
export function fileLink(
  format: 'csv' | 'xlsx',
  { scope, codes, from, to, counted, edition, asOf, panel, view, parting }: SeriesChoice,
): string {
  const { by, level, applicant, outcome } = parting;
  const query = new URLSearchParams({
    indicators: codes.join(','),
    ...scope,
    from: String(from),
    to: String(to),
    group_by: by,
    state: counted,
    edition,
    panel,
    view,
    ...(asOf === null ? {} : { as_of: endOf(asOf) }),
    ...(by === 'region' && level !== null ? { level } : {}),
    ...(applicant === null ? {} : { applicants: applicant }),
    ...(outcome === null ? {} : { outcomes: outcome }),
  });
  return `/exports/series.${format}?${query.toString()}`;
}

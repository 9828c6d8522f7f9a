import type { RunningServer } from './running-server';

export interface PointSeen {
  readonly year: number;
  readonly value: string | null;
  readonly noValue: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly forms: readonly string[];
  readonly coverage: CoverageSeen;
  readonly comparability: ComparabilitySeen | null;
  readonly small: boolean;
  readonly interval: { readonly low: string; readonly high: string } | null;
  readonly restated: {
    readonly first: string | null;
    readonly since: string;
    readonly reasonClasses: readonly string[];
    readonly reports: number;
  } | null;
  readonly change: {
    readonly comparability: ComparabilitySeen;
    readonly over: string;
    readonly countedBefore: number;
    readonly countedNow: number;
    readonly before: string | null;
    readonly now: string | null;
    readonly difference: string | null;
    readonly relative: string | null;
  } | null;
}

export interface CoverageSeen {
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
  readonly missing: number;
  readonly leftOut: number;
  readonly leftOutBlank: number;
  readonly leftOutForm: number;
}

interface ComparabilitySeen {
  readonly verdict: string;
}

export interface YearsSeen {
  readonly years: readonly number[];
  readonly value: string | null;
  readonly noValue: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly coverage: CoverageSeen;
}

export interface SeriesRequest {
  readonly indicators: readonly string[];
  readonly scope: { readonly regionId?: string; readonly agencyId?: string };
  readonly years: { readonly from: number; readonly to: number };
  readonly groupBy?: string;
  readonly level?: string;
  readonly state?: string;
  readonly edition?: string;
  readonly asOf?: string;
  readonly panel?: string;
  readonly view?: string;
  readonly filter?: Readonly<Record<string, readonly string[]>>;
  readonly overYears?: string;
  readonly first?: number;
  readonly after?: string;
}

export interface SeriesSeen {
  readonly indicator: { readonly code: string };
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly points: readonly PointSeen[];
  readonly overYears: YearsSeen | null;
}

export type SeriesAnswer =
  | {
      readonly __typename: 'IndicatorSeries';
      readonly total: number;
      readonly after: string | null;
      readonly series: readonly SeriesSeen[];
    }
  | { readonly __typename: 'Refusal'; readonly code: string; readonly message: { readonly zh: string; readonly en: string } };

const COVERAGE = 'coverage { expected reported late missing leftOut leftOutBlank leftOutForm }';
const SERIES = `query ($indicators: [String!]!, $scope: ScopeInput!, $years: YearsInput!, $groupBy: GroupBy, $level: RegionLevel, $state: CountedState,
    $edition: CountedEdition, $asOf: DateTime, $panel: Panel, $view: StructureView, $filter: SeriesFilter, $overYears: OverYears, $first: Int, $after: String) {
  indicatorSeries(indicators: $indicators, scope: $scope, years: $years, groupBy: $groupBy, level: $level, state: $state, edition: $edition, asOf: $asOf,
      panel: $panel, view: $view, filter: $filter, overYears: $overYears, first: $first, after: $after) {
    __typename ... on Refusal { code message { zh en } }
    ... on IndicatorSeries { total after series { indicator { code } group { key name }
      points { year value noValue numerator denominator forms ${COVERAGE} comparability { verdict } small interval { low high }
        restated { first since reasonClasses reports }
        change { comparability { verdict } over countedBefore countedNow before now difference relative } }
      overYears { years value noValue numerator denominator ${COVERAGE} } } } } }`;

/** The answer as it comes, a refusal too. */
export async function askSeries(server: RunningServer, asked: SeriesRequest, cookie?: string): Promise<SeriesAnswer> {
  const { result, errors } = await server.ask<{ indicatorSeries: SeriesAnswer }>(SERIES, { ...asked }, { cookie });
  if (errors) throw new Error(JSON.stringify(errors));
  return result.indicatorSeries;
}

/** As many as a question with everything that may be asked of a point is allowed at once. */
const A_PAGE = 200;

/** Every series, page after page; throws on a refusal. */
export async function seriesRows(server: RunningServer, asked: SeriesRequest, cookie?: string): Promise<readonly SeriesSeen[]> {
  const answer = await askSeries(server, { first: A_PAGE, ...asked }, cookie);
  if (answer.__typename !== 'IndicatorSeries') throw new Error(`refused: ${answer.code}`);
  if (answer.after === null || asked.first !== undefined) return answer.series;
  return [...answer.series, ...(await seriesRows(server, { ...asked, after: answer.after }, cookie))];
}

/** The points of each indicator (and group), keyed by `code` or `code@group`. */
export async function series(
  server: RunningServer,
  asked: SeriesRequest,
  cookie?: string,
): Promise<Readonly<Record<string, readonly PointSeen[]>>> {
  const rows = await seriesRows(server, asked, cookie);
  return Object.fromEntries(
    rows.map(({ indicator, group, points }) => [group === null ? indicator.code : `${indicator.code}@${group.name}`, points]),
  );
}

export interface PeopleSeen {
  readonly total: number;
  readonly after: string | null;
  readonly items: readonly { readonly name: string }[];
}

/** Names of the agencies that are a part of a point. */
export async function peopleOf(server: RunningServer, asked: Record<string, unknown>, cookie?: string): Promise<PeopleSeen> {
  const { result, errors } = await server.ask<{ pointAgencies: PeopleSeen & { readonly code?: string } }>(
    `query ($indicator: String!, $scope: ScopeInput!, $year: Int!, $part: PointPart!, $groupBy: GroupBy, $group: String, $level: RegionLevel, $state: CountedState,
        $edition: CountedEdition, $asOf: DateTime, $filter: SeriesFilter, $first: Int, $after: String) {
      pointAgencies(indicator: $indicator, scope: $scope, year: $year, part: $part, groupBy: $groupBy, group: $group, level: $level, state: $state,
          edition: $edition, asOf: $asOf, filter: $filter, first: $first, after: $after) {
        ... on Refusal { code } ... on PointAgencies { total after items { name agency { id } region { id } report { id } dueOn } } } }`,
    asked,
    { cookie },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  if (result.pointAgencies.code !== undefined) throw new Error(`refused: ${result.pointAgencies.code}`);
  return result.pointAgencies;
}

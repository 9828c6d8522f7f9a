import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { concatAST, parse, print, separateOperations } from 'graphql';
import { BENCH_ROOT } from './options';

/** What is asked over HTTP: a body to post to a path. */
export interface BenchQuestion {
  readonly path: string;
  readonly body: string;
}

export type Dashboard = 'trend' | 'comparison' | 'place';
export const DASHBOARDS: readonly Dashboard[] = ['trend', 'comparison', 'place'];

/** The nation is the first region of a synthetic country. */
export const NATION = '1';
export const BENCH_YEARS = { from: 2019, to: 2025 };
/** What the overview draws of one region, as apps/web/src/pages/overview/chart-plans.ts lists it. */
export const OVERVIEW: readonly string[] = [
  ...['new_received', 'total_processed', 'disclosure_rate', 'denial_rate', 'review_total', 'litigation_total', 'normative_in_force'],
  ...['decisions_penalty', 'normative_issued', 'normative_repealed', 'decisions_licensing', 'decisions_compulsion', 'fees'],
  ...['regulations_issued', 'granted', 'partially_granted', 'denied', 'unable', 'not_processed', 'other', 'review_upheld'],
  ...['review_corrected', 'review_other', 'review_pending', 'litigation_upheld', 'litigation_corrected', 'litigation_other'],
  'litigation_pending',
];

/** The overview of the nation as the web asks it: all its figures over the years, one figure by province, the place with what is in it. */
export function dashboardQuestions(): Readonly<Record<Dashboard, BenchQuestion>> {
  const counting = { state: 'published', edition: 'latest', asOf: null, panel: 'all_reporters', view: 'as_reported' };
  const series = { scope: { regionId: NATION }, years: BENCH_YEARS, level: null, filter: null, ...counting };
  return {
    trend: webQuestion('Series', { ...series, indicators: OVERVIEW, groupBy: 'none' }),
    comparison: webQuestion('Series', { ...series, indicators: ['new_received'], groupBy: 'region' }),
    place: webQuestion('RegionPlace', { id: NATION, year: BENCH_YEARS.to }),
  };
}

/** Every cell of the nation for one year. */
export function cellsQuestion(): BenchQuestion {
  const query = `query ($regionId: ID!, $year: Int!) { cellSums(regionId: $regionId, year: $year) { __typename
    ... on CellSums { coverage { expected reported late } cells { cell unit sum coverage { expected reported late missing leftOut } } }
    ... on Refusal { code } } }`;
  return question(query, { regionId: NATION, year: BENCH_YEARS.to - 1 });
}

/** The sums of the trend alone, which is what a server over the rollups answers. */
export function sumsQuestion(): BenchQuestion {
  const query = `query ($indicators: [String!]!, $regionId: ID!, $years: YearsInput!) { indicatorSeries(indicators: $indicators, scope: { regionId: $regionId }, years: $years) {
    __typename ... on IndicatorSeries { series { indicator { code } points { year numerator denominator } } } ... on Refusal { code } } }`;
  return question(query, { indicators: OVERVIEW, regionId: NATION, years: BENCH_YEARS });
}

export function question(query: string, variables: Readonly<Record<string, unknown>> = {}): BenchQuestion {
  return { path: '/graphql', body: JSON.stringify({ query, variables }) };
}

/** An operation of the web with the fragments it spreads, as its code generation would send it. */
function webQuestion(operation: string, variables: Readonly<Record<string, unknown>>): BenchQuestion {
  const folder = path.join(BENCH_ROOT, 'apps/web/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const documents = files.map((file) => parse(readFileSync(path.join(folder, file), 'utf8')));
  const found = separateOperations(concatAST(documents))[operation];
  if (found === undefined) throw new Error(`the web asks no ${operation}`);
  return question(print(found), variables);
}

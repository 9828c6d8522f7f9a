import type { CountedState } from '@gongkai/charts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Panel } from '@gongkai/model';
import { FORMS, INDICATORS } from '@gongkai/catalogue';
import { applicantsOf, outcomeGroups, outcomesOf } from '@gongkai/indicators';
import { outsideOf, outsideYears, type IgnoredValue } from '../../words/ignored-value';
import type { CountedEdition, GroupBy, RegionLevel, StructureView } from '../../generated/graphql';

export type Scope = { readonly region: string } | { readonly agency: string };

/** What the overview shows, all of it from the URL. */
export interface OverviewParams {
  readonly scope: Scope | null;
  readonly from: number;
  readonly to: number;
  /** Null where the URL does not say. */
  readonly by: GroupBy | null;
  /** With `by=region`: parts of this level; null for those directly below. */
  readonly level: RegionLevel | null;
  readonly indicator: string;
  /** Of the comparison: one column of section three, or one row or group of rows of its results; null for all. */
  readonly applicant: string | null;
  readonly outcome: string | null;
  /** How the organisations of different years are held together. */
  readonly view: StructureView;
  readonly counted: CountedState;
  readonly edition: CountedEdition;
  /** A day, YYYY-MM-DD: what was known at its end in China; null for now. */
  readonly asOf: string | null;
  /** Over whom a change from the year before is taken. */
  readonly panel: Panel;
}

/** In the order in which they are offered. */
export const GROUPINGS: readonly GroupBy[] = ['region', 'agency_kind', 'agency', 'system', 'applicant', 'outcome_group', 'outcome', 'none'];
export const VIEWS: readonly StructureView[] = ['as_reported', 'today', 'constant'];
const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'prefecture', 'county', 'functional_zone', 'township'];
const APPLICANTS: readonly string[] = applicantsOf(FORMS).map(({ code }) => code);
const OUTCOME_LINES = FORMS.flatMap(outcomesOf);
const OUTCOMES: readonly string[] = [
  ...outcomeGroups(OUTCOME_LINES, INDICATORS).map(({ key }) => key),
  ...OUTCOME_LINES.map(({ code }) => code),
];

export function readParams(params: URLSearchParams, years: readonly number[]): OverviewParams {
  const first = years[0] ?? 2019;
  const last = years.at(-1) ?? first;
  const to = yearOf(params.get('to'), years) ?? last;
  return {
    scope: scopeOf(params),
    from: Math.min(yearOf(params.get('from'), years) ?? first, to),
    to,
    by: oneOf(GROUPINGS, params.get('by')),
    level: oneOf(LEVELS, params.get('level')),
    indicator: params.get('indicator') ?? 'new_received',
    applicant: oneOf(APPLICANTS, params.get('applicant')),
    outcome: oneOf(OUTCOMES, params.get('outcome')),
    view: oneOf(VIEWS, params.get('view')) ?? 'as_reported',
    counted: params.get('state') === 'accepted' ? 'accepted' : 'published',
    edition: params.get('edition') === 'first_published' ? 'first_published' : 'latest',
    asOf: dayOf(params.get('as_of')),
    panel: params.get('panel') === 'constant' ? 'constant' : 'all_reporters',
  };
}

/** What the URL says and `readParams` does not follow. */
export function ignoredIn(params: URLSearchParams, years: readonly number[]): readonly IgnoredValue[] {
  const from = params.get('from') ?? '';
  const day = params.get('as_of') ?? '';
  const isTurned = years.includes(Number(from)) && Number(from) > readParams(params, years).to;
  return [
    ...['from', 'to'].flatMap((name) => outsideYears(params, name, years)),
    ...(isTurned ? [{ name: 'from', value: from, why: { kind: 'order' } as const }] : []),
    ...(day === '' || dayOf(day) !== null ? [] : [{ name: 'as_of', value: day, why: { kind: 'day' } as const }]),
    ...(params.get('agency') && params.get('region')
      ? [{ name: 'region', value: params.get('region') ?? '', why: { kind: 'agency' } as const }]
      : []),
    ...Object.entries(CHOICES).flatMap(([name, known]) => outsideOf(params, name, known)),
  ];
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  by: GROUPINGS,
  level: LEVELS,
  indicator: INDICATORS.map(({ code }) => code),
  applicant: APPLICANTS,
  outcome: OUTCOMES,
  view: VIEWS,
  state: ['published', 'accepted'],
  edition: ['latest', 'first_published'],
  panel: ['all_reporters', 'constant'],
};

function oneOf<Value extends string>(known: readonly Value[], text: string | null): Value | null {
  return known.find((value) => value === text) ?? null;
}

function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** The last moment of a day in China, as the api takes it. */
export function endOf(day: string): string {
  return `${day}T23:59:59+08:00`;
}

function scopeOf(params: URLSearchParams): Scope | null {
  const region = params.get('region');
  const agency = params.get('agency');
  if (agency !== null && agency !== '') return { agency };
  return region === null || region === '' ? null : { region };
}

function yearOf(text: string | null, years: readonly number[]): number | null {
  const year = Number(text);
  return text !== null && years.includes(year) ? year : null;
}

export type ChangeParams = (changes: Readonly<Record<string, string | null>>) => void;

export function useOverviewParams(years: readonly number[]): readonly [OverviewParams, ChangeParams] {
  const [params, setParams] = useSearchParams();
  const read = useMemo(() => readParams(params, years), [params, years]);
  // Upon what the URL says now: of two choices in one breath the second must not undo the first. Each is a step that the back button takes back,
  // but for a day, which is typed in many.
  const change: ChangeParams = (changes) =>
    setParams(() => changed(new URLSearchParams(window.location.search), changes), {
      replace: 'as_of' in changes,
      preventScrollReset: true,
    });
  return [read, change];
}

function changed(params: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** The overview of another place with the same years and figures. */
export function placeLink(scope: Scope, params: URLSearchParams): string {
  const next = changed(params, { region: null, agency: null, by: null, level: null, ...scope });
  return `/overview?${next.toString()}`;
}

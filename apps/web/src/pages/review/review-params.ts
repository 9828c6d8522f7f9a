import type { AccountRole } from '@gongkai/model';
import { outsideOf, outsideYears, type IgnoredValue } from '../../words/ignored-value';
import type { ReportFilter, ReportState } from '../../generated/graphql';

export const STATES: readonly ReportState[] = ['not_filed', 'unpublished', 'submitted', 'returned', 'accepted', 'published', 'withdrawn'];

/** The filter the URL asks for; what it does not know it leaves open. */
export function readFilter(params: URLSearchParams, years: readonly number[]): ReportFilter {
  const year = Number(params.get('year'));
  const states = (params.get('state') ?? '')
    .split(',')
    .filter((state): state is ReportState => (STATES as readonly string[]).includes(state));
  const text = params.get('q')?.trim() ?? '';
  return {
    ...(years.includes(year) ? { year } : {}),
    ...(params.get('region') ? { regionId: params.get('region') } : {}),
    ...(states.length > 0 ? { states } : {}),
    ...(text === '' ? {} : { text }),
    ...(params.get('late') === '1' ? { late: true } : {}),
    ...(params.get('summed') === '1' ? { summed: true } : {}),
    ...(params.get('awaiting') === '1' ? { awaitingMe: true } : {}),
  };
}

/** What the URL says and `readFilter` leaves open. */
export function ignoredValuesIn(params: URLSearchParams, years: readonly number[]): readonly IgnoredValue[] {
  const states = (params.get('state') ?? '').split(',').map((state) => new URLSearchParams({ state }));
  return [
    ...outsideYears(params, 'year', years),
    ...states.flatMap((state) => outsideOf(state, 'state', STATES)),
    ...['late', 'summed', 'awaiting'].flatMap((name) => outsideOf(params, name, ['1'])),
  ];
}

/** Whether nothing is asked but what awaits the reader: only then does an empty list mean that all is done. */
export function asksOnlyAwaiting(filter: ReportFilter): boolean {
  return filter.awaitingMe === true && Object.keys(filter).length === 1;
}

/** The states a reader can meet: the public knows what is published, a supervisor of its region knows all. */
export function statesFor(role: AccountRole | undefined): readonly ReportState[] {
  if (role === undefined) return ['unpublished', 'published'];
  return role === 'agency' ? STATES : STATES.filter((state) => state !== 'unpublished');
}

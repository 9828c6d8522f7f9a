import type { AccountRole } from '@gongkai/model';
import type { AccountFilter } from '../../generated/graphql';
import { outsideOf, type IgnoredValue } from '../../words/ignored-value';

export const ROLES: readonly AccountRole[] = ['agency', 'supervisor', 'analyst', 'administrator'];
const STANDINGS = ['enabled', 'disabled'] as const;

/** The filter the URL asks for; what it does not know it leaves open. */
export function readAccountFilter(params: URLSearchParams): AccountFilter {
  const text = params.get('q')?.trim() ?? '';
  const role = ROLES.find((one) => one === params.get('role'));
  const standing = STANDINGS.find((one) => one === params.get('standing'));
  return {
    ...(text === '' ? {} : { text }),
    ...(role === undefined ? {} : { role }),
    ...(standing === undefined ? {} : { disabled: standing === 'disabled' }),
  };
}

/** What the URL says and `readAccountFilter` leaves open. */
export function ignoredAccountValues(params: URLSearchParams): readonly IgnoredValue[] {
  return [...outsideOf(params, 'role', ROLES), ...outsideOf(params, 'standing', STANDINGS)];
}

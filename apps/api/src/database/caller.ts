import type { AccountRole } from '@gongkai/model';

/** Who asks: everything the database may show or take depends on it. */
export type Caller = { readonly kind: 'anonymous' } | { readonly kind: 'system' } | AccountCaller;

export interface AccountCaller {
  readonly kind: 'account';
  readonly accountId: string;
  readonly role: AccountRole;
  readonly name: string;
  /** Set for role agency. */
  readonly agencyId: string | null;
  /** The subtree of a supervisor or analyst. */
  readonly regionId: string | null;
}

export const ANONYMOUS: Caller = { kind: 'anonymous' };
/** The platform itself: log-in, migration, roster. Never made from a request's content. */
export const SYSTEM: Caller = { kind: 'system' };

/** The caller as the settings row-level security reads. Ids are digits only, so that they may stand in a statement. */
export function settingsOf(caller: Caller): Readonly<Record<string, string>> {
  if (caller.kind !== 'account') return { role: caller.kind, account: '', agency: '', region: '' };
  return {
    role: caller.role,
    account: digits(caller.accountId),
    agency: caller.agencyId === null ? '' : digits(caller.agencyId),
    region: caller.regionId === null ? '' : digits(caller.regionId),
  };
}

function digits(id: string): string {
  if (!/^\d+$/.test(id)) throw new Error('an id of a caller is not a number');
  return id;
}

import { isIP } from 'node:net';
import type { AccountRole } from '@gongkai/model';

/** Who asks: everything the database may show or take depends on it. */
export type Caller = AnonymousCaller | SystemCaller | AccountCaller;

export interface AnonymousCaller {
  readonly kind: 'anonymous';
  /** The address the request came from; null where none is known. */
  readonly address: string | null;
}

/** The platform acting, at the request of an address or on its own. */
export interface SystemCaller {
  readonly kind: 'system';
  readonly address: string | null;
}

export interface AccountCaller {
  readonly kind: 'account';
  readonly accountId: string;
  readonly role: AccountRole;
  readonly name: string;
  /** Set for role agency. */
  readonly agencyId: string | null;
  /** The subtree of a supervisor or analyst. */
  readonly regionId: string | null;
  readonly address: string | null;
  /** The token a program came with and what it may be used for; null for a person who logged in. */
  readonly token: { readonly id: string; readonly scope: TokenScope } | null;
}

/** `read`: what the account may see. `file`: that, and filing its agency's reports. `import`: reading, and importing what was published. */
export type TokenScope = 'read' | 'file' | 'import';

/** The platform itself: log-in, migration, roster. Never made from a request's content. */
export const SYSTEM: Caller = { kind: 'system', address: null };

/** A supervisor of the region the path ends in, or of one above it; the path begins outermost. */
export function supervises(caller: Caller, path: readonly string[]): caller is AccountCaller & { readonly regionId: string } {
  return caller.kind === 'account' && caller.role === 'supervisor' && caller.regionId !== null && path.includes(caller.regionId);
}

/** An administrator, who keeps the registers. */
export function keepsRegisters(caller: Caller): caller is AccountCaller {
  return caller.kind === 'account' && caller.role === 'administrator';
}

/** The caller as the settings row-level security and the audit trail read. Ids are digits only, so that they may stand in a statement. */
export function settingsOf(caller: Caller): Readonly<Record<string, string>> {
  const nobody = { role: caller.kind, account: '', agency: '', region: '', token: '', address: '' };
  const address = caller.address !== null && isIP(caller.address) > 0 ? caller.address : '';
  if (caller.kind !== 'account') return { ...nobody, address };
  return {
    role: caller.role,
    account: digits(caller.accountId),
    agency: caller.agencyId === null ? '' : digits(caller.agencyId),
    region: caller.regionId === null ? '' : digits(caller.regionId),
    token: caller.token === null ? '' : digits(caller.token.id),
    address,
  };
}

function digits(id: string): string {
  if (!/^\d+$/.test(id)) throw new Error('an id of a caller is not a number');
  return id;
}

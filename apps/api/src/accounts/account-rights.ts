import type { AccountRole } from '@gongkai/model';
import { type Caller, type TokenScope, keepsRegisters } from '../database/caller';

/** An administrator disables and enables accounts, never its own. */
export function mayDisable(caller: Caller, accountId: string): boolean {
  return keepsRegisters(caller) && caller.accountId !== accountId;
}

/** A person gives and ends tokens of its own account, an administrator those of all; a token gives no further tokens. */
export function mayKeepTokens(caller: Caller, accountId: string): boolean {
  return caller.kind === 'account' && caller.token === null && (caller.accountId === accountId || keepsRegisters(caller));
}

const SCOPES: Readonly<Record<AccountRole, readonly TokenScope[]>> = {
  agency: ['read', 'file'],
  supervisor: ['read', 'import'],
  analyst: ['read'],
  administrator: ['read', 'import'],
};

/** What tokens of an account may be for: only an agency files, only supervisors and administrators import. */
export function tokenScopesOf(role: AccountRole): readonly TokenScope[] {
  return SCOPES[role];
}

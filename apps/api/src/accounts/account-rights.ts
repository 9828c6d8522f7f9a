import { type Caller, keepsRegisters } from '../database/caller';

/** An administrator disables and enables accounts, never its own. */
export function mayDisable(caller: Caller, accountId: string): boolean {
  return keepsRegisters(caller) && caller.accountId !== accountId;
}

/** A person gives and ends tokens of its own account, an administrator those of all; a token gives no further tokens. */
export function mayKeepTokens(caller: Caller, accountId: string): boolean {
  return caller.kind === 'account' && caller.token === null && (caller.accountId === accountId || keepsRegisters(caller));
}

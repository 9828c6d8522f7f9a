import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { CONFIG } from '../config-token';
import type { Config } from '../config';
import { type Caller, SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import type { PageBounds } from '../requests/page';
import { REFUSALS, type Refusal, isRefusal } from '../requests/refusal';
import { mayDisable } from './account-rights';
import { PasswordCheck, type TriedLogin } from './password-check';
import { refuseWeak } from './passwords';
import { type AccountRow, type AccountsAsked, type AccountsFound, AccountsStore, callerOfAccount } from './accounts.store';
import type { Credentials } from './credentials';
import { TokensService } from './tokens.service';

const SESSION_HOURS = 12;

interface Session {
  readonly token: string;
  readonly expiresAt: Date;
  readonly account: AccountRow;
}

/** Log-in, log-out and who a session token stands for. Passwords are argon2id, tokens are kept as keyed hashes. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly tokens: TokensService,
    private readonly passwords: PasswordCheck,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session; failures slow down what follows them. */
  async logIn(tried: TriedLogin): Promise<Session | Refusal> {
    const checked = await this.passwords.check(tried);
    return isRefusal(checked) ? checked : this.openSession(checked, tried.address);
  }

  async logOut(token: string | undefined, address: string): Promise<void> {
    if (token !== undefined)
      await this.database.write({ kind: 'system', address }, { accounts: AccountsStore }, ({ accounts }) =>
        accounts.closeSession(this.tokenHash(token)),
      );
  }

  /** The caller behind a request: of a token where one is shown (null where it is not valid), else of the session, else the public. */
  async callerOf({ session, bearer, address }: Credentials): Promise<Caller | null> {
    if (bearer !== undefined) return this.tokens.callerOf(bearer, address);
    if (session === undefined || session === '') return { kind: 'anonymous', address };
    const account = await this.database.read(SYSTEM, { accounts: AccountsStore }, ({ accounts }) =>
      accounts.sessionAccount(this.tokenHash(session)),
    );
    return account === null ? { kind: 'anonymous', address } : callerOfAccount(account, { address, token: null });
  }

  /** Sets a new password and ends every session and token of the account; the caller logs in again. Failures slow down what follows them. */
  async changePassword(caller: Caller, oldPassword: string, newPassword: string): Promise<AccountRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (caller.token !== null) return REFUSALS.notAllowed();
    const account = await this.account(caller);
    if (account === null) return REFUSALS.unknownAccount();
    const weak = refuseWeak(newPassword, [account.login, account.name]);
    if (weak !== null) return weak;
    const address = caller.address ?? '';
    const checked = await this.passwords.check({ login: account.login, password: oldPassword, address, device: null });
    if (isRefusal(checked)) return checked;
    const passwordHash = await hash(newPassword);
    await this.database.write({ kind: 'system', address }, { accounts: AccountsStore }, ({ accounts }) =>
      accounts.setPassword(account.id, passwordHash),
    );
    return account;
  }

  /** By an administrator, never one's own account; who is logged in with it is logged out. */
  async setDisabled(caller: Caller, id: string, disabled: boolean): Promise<AccountRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!mayDisable(caller, id)) return REFUSALS.notAllowed();
    const account = isId(id)
      ? await this.database.write(caller, { accounts: AccountsStore }, ({ accounts }) => accounts.setDisabled(id, disabled))
      : null;
    return account ?? REFUSALS.unknownAccount();
  }

  /** Accounts of the installation: all of them to an administrator, none to everybody else. */
  search(caller: Caller, asked: AccountsAsked, bounds: PageBounds): Promise<AccountsFound> {
    return this.database.read(caller, { accounts: AccountsStore }, ({ accounts }) => accounts.search(asked, bounds));
  }

  async account(caller: Caller): Promise<AccountRow | null> {
    if (caller.kind !== 'account') return null;
    const [account] = await this.database.read(caller, { accounts: AccountsStore }, ({ accounts }) =>
      accounts.accounts([caller.accountId]),
    );
    return account === undefined ? null : account;
  }

  private async openSession(account: AccountRow, address: string): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = await this.database.write({ kind: 'system', address }, { accounts: AccountsStore }, ({ accounts }) =>
      accounts.openSession(account.id, this.tokenHash(token), SESSION_HOURS),
    );
    return { token, expiresAt, account };
  }

  private tokenHash(token: string): string {
    return createHmac('sha256', this.config.secret).update(token).digest('hex');
  }
}

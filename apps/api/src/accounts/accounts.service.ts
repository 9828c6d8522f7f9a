import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { CLOCK, CONFIG, type Clock } from '../config-token';
import type { Config } from '../config';
import { type Caller, SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { mayDisable } from './account-rights';
import { refuseWeak } from './passwords';
import { type AccountRow, callerOfAccount } from './accounts.store';
import type { Credentials } from './credentials';
import { TokensService } from './tokens.service';

const SESSION_HOURS = 12;
const FAILURES_ALLOWED = 5;
const BLOCKED_MINUTES = 15;

export interface Session {
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
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens a session; five failures in a row block the account for a quarter of an hour. An unknown name takes as long as a wrong password. */
  async logIn(login: string, password: string, address: string): Promise<Session | Refusal> {
    const checked = await this.checkPassword(login, password);
    if (!isRefusal(checked)) return this.openSession(checked, address);
    await this.database.write({ kind: 'anonymous', address }, ({ audit }) =>
      audit.note('log_in.refused', null, { login, code: checked.code }),
    );
    return checked;
  }

  private async checkPassword(login: string, password: string): Promise<AccountRow | Refusal> {
    const now = this.clock();
    const rule = { limit: FAILURES_ALLOWED, until: new Date(now.getTime() + BLOCKED_MINUTES * 60_000) };
    const credential = await this.database.write(SYSTEM, ({ accounts }) => accounts.takeAttempt(login, now, rule));
    if (credential?.blocked) {
      return refuse('TOO_MANY_ATTEMPTS', {
        zh: '密码连续输错次数过多，请 15 分钟后再试。',
        en: 'Too many failed attempts; try again in 15 minutes.',
      });
    }
    const matches = await verify(credential === null ? await this.decoy() : credential.passwordHash, password);
    if (credential === null || credential.disabled || !matches) {
      return refuse('WRONG_CREDENTIALS', { zh: '账号或密码不正确。', en: 'Login name or password is wrong.' });
    }
    return credential;
  }

  async logOut(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.database.write(SYSTEM, ({ accounts }) => accounts.closeSession(this.tokenHash(token)));
  }

  /** The caller behind a request: of a token where one is shown (null where it is not valid), else of the session, else the public. */
  async callerOf({ session, bearer, address }: Credentials): Promise<Caller | null> {
    if (bearer !== undefined) return this.tokens.callerOf(bearer, address);
    if (session === undefined || session === '') return { kind: 'anonymous', address };
    const account = await this.database.read(SYSTEM, ({ accounts }) => accounts.sessionAccount(this.tokenHash(session), this.clock()));
    return account === null ? { kind: 'anonymous', address } : callerOfAccount(account, { address, token: null });
  }

  /** Sets a new password and ends every session of the account; the caller logs in again. Failures count like failed log-ins. */
  async changePassword(caller: Caller, oldPassword: string, newPassword: string): Promise<AccountRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (caller.token !== null) return REFUSALS.notAllowed();
    const weak = refuseWeak(newPassword);
    if (weak !== null) return weak;
    const account = await this.account(caller);
    if (account === null) return REFUSALS.unknownAccount();
    const checked = await this.checkPassword(account.login, oldPassword);
    if (isRefusal(checked)) return checked;
    const passwordHash = await hash(newPassword);
    await this.database.write(SYSTEM, ({ accounts }) => accounts.setPassword(account.id, passwordHash));
    return account;
  }

  /** By an administrator, never one's own account; who is logged in with it is logged out. */
  async setDisabled(caller: Caller, id: string, disabled: boolean): Promise<AccountRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!mayDisable(caller, id)) return REFUSALS.notAllowed();
    const account = isId(id) ? await this.database.write(caller, ({ accounts }) => accounts.setDisabled(id, disabled)) : null;
    return account ?? REFUSALS.unknownAccount();
  }

  async account(caller: Caller): Promise<AccountRow | null> {
    if (caller.kind !== 'account') return null;
    const [account] = await this.database.read(caller, ({ accounts }) => accounts.accounts([caller.accountId]));
    return account === undefined ? null : account;
  }

  private async openSession(account: AccountRow, address: string): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock().getTime() + SESSION_HOURS * 3_600_000);
    await this.database.write({ kind: 'system', address }, ({ accounts }) =>
      accounts.openSession(account.id, this.tokenHash(token), expiresAt),
    );
    return { token, expiresAt, account };
  }

  private tokenHash(token: string): string {
    return createHmac('sha256', this.config.secret).update(token).digest('hex');
  }

  private decoyHash: Promise<string> | undefined;
  private decoy(): Promise<string> {
    this.decoyHash ??= hash(randomBytes(16).toString('hex'));
    return this.decoyHash;
  }
}

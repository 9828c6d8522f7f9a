import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { CLOCK, CONFIG, type Clock } from '../config-token';
import type { Config } from '../config';
import { ANONYMOUS, type Caller, SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { type Refusal, refuse } from '../requests/refusal';
import type { AccountRow } from './accounts.store';

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
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens a session; five failures in a row block the account for a quarter of an hour. An unknown name takes as long as a wrong password. */
  async logIn(login: string, password: string): Promise<Session | Refusal> {
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
    return this.openSession(credential, now);
  }

  async logOut(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.database.write(SYSTEM, ({ accounts }) => accounts.closeSession(this.tokenHash(token)));
  }

  /** The caller behind a session token; the public when there is none, or it is unknown or expired. */
  async callerOf(token: string | undefined): Promise<Caller> {
    if (token === undefined || token === '') return ANONYMOUS;
    const account = await this.database.read(SYSTEM, ({ accounts }) => accounts.sessionAccount(this.tokenHash(token), this.clock()));
    return account === null ? ANONYMOUS : callerOfAccount(account);
  }

  async account(caller: Caller): Promise<AccountRow | null> {
    if (caller.kind !== 'account') return null;
    const [account] = await this.database.read(caller, ({ accounts }) => accounts.accounts([caller.accountId]));
    return account === undefined ? null : account;
  }

  private async openSession(account: AccountRow, now: Date): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    await this.database.write(SYSTEM, ({ accounts }) => accounts.openSession(account.id, this.tokenHash(token), expiresAt));
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

export function callerOfAccount(account: AccountRow): Caller {
  const { id, role, name, agencyId, regionId } = account;
  return { kind: 'account', accountId: id, role, name, agencyId, regionId };
}

import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config';
import { CLOCK, CONFIG, type Clock } from '../config-token';
import { type AccountCaller, type Caller, SYSTEM, type TokenScope } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { refuseNames } from '../requests/names';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type AccountRow, AccountsStore, callerOfAccount } from './accounts.store';
import { mayKeepTokens, tokenScopesOf } from './account-rights';
import { type TokenRow, TokensStore } from './tokens.store';

const DAY = 86_400_000;
const LONGEST_DAYS = 400;
/** How often it is noted that a token is in use: not at every request. */
const NOTED_EVERY = 3_600_000;
const LONGEST_NAME = 100;
/** By which a token is known for one. */
const MARK = 'gk_';

export interface TokenAsked {
  /** Null for the caller's own account; another's only by an administrator. */
  readonly accountId: string | null;
  readonly name: string;
  readonly scope: TokenScope;
  readonly days: number;
}

/** A token and its secret, which is told this once. */
export interface MadeToken {
  readonly secret: string;
  readonly token: TokenRow;
}

/** Tokens for programs: given once, kept as keyed hashes, ended by day or by hand. A token gives no further tokens. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The only moment at which the token itself is known. */
  async create(caller: Caller, asked: TokenAsked): Promise<MadeToken | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    const refusal = refuseAsked(asked);
    if (refusal !== null) return refusal;
    const holder = await this.holderFor(caller, asked.accountId);
    if ('code' in holder) return holder;
    if (!tokenScopesOf(holder.role).includes(asked.scope)) return refuseScope(asked.scope);
    const secret = `${MARK}${randomBytes(32).toString('base64url')}`;
    const now = this.clock();
    const token = await this.database.write(caller, { tokens: TokensStore }, ({ tokens }) =>
      tokens.add({
        accountId: holder.id,
        name: asked.name.trim(),
        scope: asked.scope,
        tokenHash: this.hash(secret),
        createdBy: caller.accountId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + asked.days * DAY),
      }),
    );
    return { secret, token };
  }

  async ofCaller(caller: Caller): Promise<readonly TokenRow[]> {
    if (caller.kind !== 'account') return [];
    return this.database.read(caller, { tokens: TokensStore }, ({ tokens }) => tokens.ofAccount(caller.accountId));
  }

  async revoke(caller: Caller, id: string): Promise<TokenRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!mayKeepTokens(caller, caller.accountId)) return REFUSALS.notAllowed();
    const token = isId(id)
      ? await this.database.write(caller, { tokens: TokensStore }, ({ tokens }) => tokens.revoke(id, this.clock()))
      : null;
    return token ?? refuse('UNKNOWN_TOKEN', { zh: '没有这个令牌，或您无权处理。', en: 'There is no such token, or it is not yours.' });
  }

  /** Who a token stands for; null where it is unknown, ended or revoked, or its account disabled. */
  async callerOf(secret: string, address: string): Promise<AccountCaller | null> {
    if (!secret.startsWith(MARK)) return null;
    const now = this.clock();
    const found = await this.database.read(SYSTEM, { tokens: TokensStore }, ({ tokens }) => tokens.holder(this.hash(secret), now));
    if (found === null) return null;
    const { account, token } = found;
    if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > NOTED_EVERY)
      await this.database.write(SYSTEM, { tokens: TokensStore }, ({ tokens }) => tokens.noteUse(token.id, now));
    return callerOfAccount(account, { address, token: { id: token.id, scope: token.scope } });
  }

  private async holderFor(caller: AccountCaller, accountId: string | null): Promise<AccountRow | Refusal> {
    const id = accountId ?? caller.accountId;
    if (!mayKeepTokens(caller, id)) return REFUSALS.notAllowed();
    const [account] = isId(id)
      ? await this.database.read(caller, { accounts: AccountsStore }, ({ accounts }) => accounts.accounts([id]))
      : [];
    return account ?? REFUSALS.unknownAccount();
  }

  private hash(secret: string): string {
    return createHmac('sha256', this.config.secret).update(`token ${secret}`).digest('hex');
  }
}

/** Reading is for every account. */
function refuseScope(scope: TokenScope): Refusal {
  return scope === 'file'
    ? refuse('NOT_ALLOWED', { zh: '只有报送单位的账号可以使用报送令牌。', en: 'Only accounts of agencies may have tokens for filing.' })
    : refuse('NOT_ALLOWED', {
        zh: '只有主管部门和管理员的账号可以使用导入令牌。',
        en: 'Only supervisors and administrators may have tokens for importing.',
      });
}

function refuseAsked({ name, days }: TokenAsked): Refusal | null {
  const named = name.trim().length > 0 && name.length <= LONGEST_NAME;
  if (named && Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS) return refuseNames([name]);
  return refuse('BAD_REQUEST', {
    zh: `令牌须有名称（不超过 ${LONGEST_NAME} 字），有效期为 1 至 ${LONGEST_DAYS} 天。`,
    en: `A token has a name (at most ${LONGEST_NAME} characters) and is valid for 1 to ${LONGEST_DAYS} days.`,
  });
}

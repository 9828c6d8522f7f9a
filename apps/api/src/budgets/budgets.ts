import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { type Caller, SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { TryLater } from '../try-later';
import { type Bucket, BudgetsStore } from './budgets.store';

/** A bucket fills up in a minute. */
const FILLS_IN = 60;
/** What is taken at once in advance, as a share of a bucket: small things cost no round trip each. */
const IN_ADVANCE = 0.02;
const MOST_OWNERS = 20_000;

interface Purse {
  units: number;
  /** Milliseconds since 1970 until which there is nothing to be had. */
  emptyUntil: number;
}

/** What anybody may ask for in a minute: whoever has an account by the account, a program by its token too, everybody else by the address. */
@Injectable()
export class Budgets {
  private readonly purses = new LRUCache<string, Purse>({ max: MOST_OWNERS });

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws `TryLater` where so many units are not to be had; they are gone otherwise, whatever becomes of the request. */
  async spend(caller: Caller, units: number): Promise<void> {
    const buckets = this.bucketsOf(caller);
    if (buckets.length === 0) return;
    const key = buckets.map(({ owner }) => owner).join(' ');
    const purse = this.purses.get(key) ?? { units: NOTHING_YET, emptyUntil: NOTHING_YET };
    this.purses.set(key, purse);
    if (purse.units < units) await this.fill(purse, buckets, units);
    purse.units -= units;
  }

  private async fill(purse: Purse, buckets: readonly Bucket[], units: number): Promise<void> {
    const until = purse.emptyUntil - Date.now();
    if (until > 0) throw tooMany(Math.ceil(until / 1000));
    const cost = Math.max(units, Math.min(...buckets.map(({ size }) => size)) * IN_ADVANCE);
    const wait = await this.database.write(SYSTEM, { budgets: BudgetsStore }, (stores) => stores.budgets.take(buckets, cost, FILLS_IN));
    if (wait > 0) {
      purse.emptyUntil = Date.now() + wait * 1000;
      throw tooMany(wait);
    }
    purse.units += cost;
  }

  private bucketsOf(caller: Caller): readonly Bucket[] {
    const { account, token, address } = this.config.budgets;
    const of = (kind: string, id: string | null, size: number): readonly Bucket[] =>
      id === null || size === 0 ? [] : [{ owner: `${kind} ${id}`, size }];
    if (caller.kind !== 'account') return of('address', caller.address, address);
    return [...of('account', caller.accountId, account), ...of('token', caller.token?.id ?? null, token)];
  }
}

const NOTHING_YET = 0;

function tooMany(seconds: number): TryLater {
  const words = { zh: `请求过于频繁，请 ${seconds} 秒后再试。`, en: `Too much was asked; try again in ${seconds} seconds.` };
  return new TryLater('TOO_MANY_REQUESTS', words, seconds);
}

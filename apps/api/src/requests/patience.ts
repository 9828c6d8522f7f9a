import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config';

/** Refusals that are told at once; whoever it is has that many again after the window. */
const AT_ONCE = 20;
const WINDOW_MS = 10_000;
/** How long each further one waits, so that whoever asks again as soon as it is refused asks once in so long. */
const WAIT_MS = 1_000;
/** More waiting ones would cost more than their answers. */
const MOST_WAITING = 2_000;
const MOST_KNOWN = 20_000;

/** Counts, and milliseconds. */
export interface Slowness {
  readonly atOnce: number;
  readonly windowMs: number;
  readonly waitMs: number;
}

const SLOWNESS: Slowness = { atOnce: AT_ONCE, windowMs: WINDOW_MS, waitMs: WAIT_MS };

/** Nobody is slowed where an address may ask without end. */
export function slownessIn({ budgets }: Pick<Config, 'budgets'>): Slowness {
  return budgets.address > 0 ? SLOWNESS : { ...SLOWNESS, waitMs: 0 };
}

/** With whoever is refused over and over, by an address or a name: the first few are told at once, further ones slowly. */
export class Patience {
  private readonly refused: LRUCache<string, { count: number }>;
  private waiting = 0;

  constructor(private readonly slowness: Slowness) {
    this.refused = new LRUCache({ max: MOST_KNOWN, ttl: slowness.windowMs });
  }

  /** One more refusal; resolves when it may be told. */
  async refuse(whom: string): Promise<void> {
    this.count(whom);
    await this.before(whom, 1);
  }

  /** One more, told or not. */
  count(whom: string): void {
    const told = this.refused.get(whom) ?? { count: 0 };
    if (told.count === 0) this.refused.set(whom, told);
    told.count += 1;
  }

  /** Waits where there were too many already; `own`: how many of these are the present one's. */
  async before(whom: string, own = 0): Promise<void> {
    const { atOnce, waitMs } = this.slowness;
    const told = this.refused.get(whom);
    if (told === undefined || told.count - own < atOnce || this.waiting >= MOST_WAITING) return;
    this.waiting += 1;
    await sleep(waitMs);
    this.waiting -= 1;
  }
}

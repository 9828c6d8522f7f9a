import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { addressKey } from './address-key';

/** Refusals an address is told at once; it has that many again after the window. */
const AT_ONCE = 20;
const WINDOW_MS = 10_000;
/** How long each further one waits, so that whoever asks again as soon as it is refused asks once in so long. */
const WAIT_MS = 1_000;
/** More waiting ones would cost more than their answers. */
const MOST_WAITING = 2_000;
const MOST_ADDRESSES = 20_000;

export interface Slowness {
  readonly atOnce: number;
  readonly windowMs: number;
  readonly waitMs: number;
}

/**
 * Whoever is refused over and over is told so slowly. What is answered never waits, so that others at the same address, and whoever makes
 * a mistake, notice nothing of it.
 */
export function slowRefusals(
  fastify: FastifyInstance,
  { atOnce, windowMs, waitMs }: Slowness = { atOnce: AT_ONCE, windowMs: WINDOW_MS, waitMs: WAIT_MS },
): void {
  const refused = new LRUCache<string, { count: number }>({ max: MOST_ADDRESSES, ttl: windowMs });
  let waiting = 0;
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode < 400) return payload;
    const address = addressKey(request.ip);
    const told = refused.get(address) ?? { count: 0 };
    if (told.count === 0) refused.set(address, told);
    told.count += 1;
    if (told.count <= atOnce || waiting >= MOST_WAITING) return payload;
    waiting += 1;
    await sleep(waitMs);
    waiting -= 1;
    return payload;
  });
}

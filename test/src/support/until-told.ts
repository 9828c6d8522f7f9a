import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

const PATIENCE_MS = 20_000;

/** Waits until the outbox holds nothing that is not told. */
export async function untilTold(owner: Client): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(50)) {
    const { rows } = await owner.query('SELECT FROM outbox WHERE told_at IS NULL LIMIT 1');
    if (rows.length === 0) return;
  }
  throw new Error('something in the outbox is not told');
}

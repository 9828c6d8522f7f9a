import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Pool } from 'pg';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { isFull, isReadOnly } from './cannot-write';
import { DatabaseClock } from './database-clock';
import { stackOf } from '../stack-of';

/** What a program can do just now: `read-only` where rows are read and none is taken. */
export interface Pulse {
  readonly state: 'ready' | 'read-only' | 'down';
  /** How far this program's clock is ahead of the database's, in milliseconds; null where the database did not answer. */
  readonly clockAheadMs: number | null;
}

/** Asked as often as one likes: it beats at most so often. */
const BEATS_EVERY_MS = 2_000;
/** It beats by itself at least so often: the time of the database is heard with every beat. */
const REST_AT_MOST_MS = 5_000;
const PATIENCE_MS = 3_000;
const BEAT = `INSERT INTO heartbeats (program, beat_at) VALUES ($1, clock_timestamp())
  ON CONFLICT (program) DO UPDATE SET beat_at = excluded.beat_at RETURNING clock_timestamp() AS now`;
/** Programs that are long gone. */
const BURY = `DELETE FROM heartbeats WHERE beat_at < clock_timestamp() - interval '1 day'`;

/**
 * Writes a row and reads the time back, on a connection of its own, so that whatever holds the pool or a lock cannot make a program seem dead or
 * alive. Every reading and writing of the others goes through the one door.
 */
@Injectable()
export class Heart implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('heart');
  private readonly program = randomUUID();
  private readonly pool: Pool;
  private buried = false;
  private beating: NodeJS.Timeout | undefined;
  private last: { readonly at: number; readonly pulse: Promise<Pulse> } | null = null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: DatabaseClock,
  ) {
    this.pool = new Pool({
      connectionString: config.databaseUrl,
      options: '-c role=gongkai_app -c gongkai.role=system',
      max: 1,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      statement_timeout: PATIENCE_MS,
      application_name: 'gongkai health',
    });
    // A connection that breaks while it waits is replaced by the next beat.
    this.pool.on('error', () => undefined);
  }

  /** Before anything that wants to know the time. */
  async onModuleInit(): Promise<void> {
    await this.pulse();
    this.beating = setInterval(() => void this.pulse(), REST_AT_MOST_MS).unref();
  }

  pulse(): Promise<Pulse> {
    const at = performance.now();
    if (this.last === null || at - this.last.at > BEATS_EVERY_MS) this.last = { at, pulse: this.beat() };
    return this.last.pulse;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.beating);
    await this.pool.query('DELETE FROM heartbeats WHERE program = $1', [this.program]).catch(() => undefined);
    await this.pool.end();
  }

  private async beat(): Promise<Pulse> {
    try {
      const clockAheadMs = await this.timed(BEAT, [this.program]);
      await this.buryOnce();
      return { state: 'ready', clockAheadMs };
    } catch (fault) {
      this.log.error({ fault: stackOf(fault) });
      return isFull(fault) || isReadOnly(fault) ? this.readsOnly() : { state: 'down', clockAheadMs: null };
    }
  }

  private async buryOnce(): Promise<void> {
    if (!this.buried) await this.pool.query(BURY);
    this.buried = true;
  }

  private async readsOnly(): Promise<Pulse> {
    try {
      return { state: 'read-only', clockAheadMs: await this.timed('SELECT clock_timestamp() AS now') };
    } catch (fault) {
      this.log.error({ fault: stackOf(fault) });
      return { state: 'down', clockAheadMs: null };
    }
  }

  /** Asks, hears what time it is there, and gives how far the clock of this machine is ahead of it. */
  private async timed(statement: string, values: readonly unknown[] = []): Promise<number | null> {
    const asked = performance.now();
    const { rows } = await this.pool.query<{ now: Date }>(statement, [...values]);
    const [row] = rows;
    if (row === undefined) return null;
    this.clock.hear(row.now, asked, performance.now());
    return new Date().getTime() - row.now.getTime();
  }
}

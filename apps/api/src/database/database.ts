import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { type Caller, settingsOf } from './caller';
import { sqlOf } from './sql';
import { type Stores, storesOf } from './stores';

/**
 * The one door to the database. Every reading and writing is a transaction of its own, taken as the role that owns nothing,
 * with the caller set for row-level security. No other handle is in reach.
 */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** What the caller may see. Writing fails. */
  read<T>(caller: Caller, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.transaction(caller, 'READ ONLY', work);
  }

  /** All or nothing: what throws leaves no trace. */
  write<T>(caller: Caller, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.transaction(caller, 'READ WRITE', work);
  }

  /** Answers when the server takes statements. */
  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }

  private async transaction<T>(caller: Caller, mode: string, work: (stores: Stores) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client: PoolClient = await runner.connect();
    try {
      await client.query(opening(caller, mode));
      const result = await work(storesOf(sqlOf(client)));
      await client.query('COMMIT');
      return result;
    } catch (fault) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw fault;
    } finally {
      await runner.release();
    }
  }
}

/** One round trip: the settings hold digits and role names only. */
function opening(caller: Caller, mode: string): string {
  const settings = Object.entries(settingsOf(caller)).map(([name, value]) => `set_config('gongkai.${name}', '${value}', true)`);
  return `BEGIN ${mode}; SET LOCAL ROLE gongkai_app; SELECT ${settings.join(', ')}`;
}

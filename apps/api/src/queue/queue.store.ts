import PgBoss from 'pg-boss';
import type { Sql } from '../database/sql';
import { QUEUE_SCHEMA, type QueueName } from '../database/queues';

/** Puts work into the queue in the transaction that makes it necessary: both are kept, or neither. */
export class QueueStore {
  constructor(private readonly sql: Sql) {}

  /** Nothing is added where the same key waits already. */
  async send(name: QueueName, key: string): Promise<void> {
    const db = { executeSql: async (text: string, values: unknown[]) => ({ rows: [...(await this.run(text, values))] }) };
    await new PgBoss({ db, schema: QUEUE_SCHEMA }).send(name, {}, { singletonKey: key });
  }

  /** A statement of pg-boss, which numbers its values. */
  private run(text: string, values: readonly unknown[]): Promise<readonly object[]> {
    const named = Object.fromEntries(values.map((value, at) => [`v${at + 1}`, value ?? null]));
    return this.sql(text.replace(/\$(\d+)/g, ':v$1'), named);
  }
}

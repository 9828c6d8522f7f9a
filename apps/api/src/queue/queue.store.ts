import PgBoss from 'pg-boss';
import type { Sql } from '../database/sql';
import { QUEUE_SCHEMA, type QueueName } from '../database/queues';

/** Puts work into the queue in the transaction that makes it necessary: both are kept, or neither. */
export class QueueStore {
  constructor(private readonly sql: Sql) {}

  /** Nothing is added where the same key waits already. */
  async send(name: QueueName, key: string): Promise<void> {
    const db = { executeSql: async (text: string, values: unknown[]) => ({ rows: [...(await this.sql<object>(text, values))] }) };
    await new PgBoss({ db, schema: QUEUE_SCHEMA }).send(name, {}, { singletonKey: key });
  }
}

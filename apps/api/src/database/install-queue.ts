import PgBoss from 'pg-boss';
import type { PoolClient } from 'pg';
import { QUEUES, QUEUE_SCHEMA } from './queues';

/** A queue of pg-boss holds at most one entry a key that nobody has begun. */
const POLICY = 'short';
const HOUR = 3600;

/** Brings pg-boss's own schema and our queues up to date, as their owner; the app's role may use them. Safe to repeat. */
export async function installQueue(client: Pick<PoolClient, 'query'>): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: QUEUE_SCHEMA,
    migrate: true,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  // Whoever is killed is begun again at the next start; the time only ends what no start ends.
  for (const name of QUEUES) await boss.createQueue(name, { name, policy: POLICY, retryLimit: 20, retryDelay: 10, expireInSeconds: HOUR });
  await boss.stop({ graceful: false });
  await client.query(`
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO gongkai_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO gongkai_app`);
}

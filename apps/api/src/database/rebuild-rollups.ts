import type { EntityManager } from 'typeorm';
import { createDataSource } from './data-source';

/** How much stands after a rebuilding. */
interface Rebuilt {
  readonly rollups: number;
  readonly standings: number;
}

/** Forgets every sum and standing and works them out again from the events; who files or decides meanwhile waits. */
export async function rebuildRollups(url: string): Promise<Rebuilt> {
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    return await dataSource.transaction(async (transaction) => {
      await rebuildWithin(transaction);
      const [rebuilt] = await transaction.query<[Rebuilt]>(
        'SELECT (SELECT count(*)::int FROM rollups) AS rollups, (SELECT count(*)::int FROM standings) AS standings',
      );
      return rebuilt;
    });
  } finally {
    await dataSource.destroy();
  }
}

/** The same inside a transaction of the caller's. An event that came in between would be counted twice or not at all, so none may. */
export async function rebuildWithin(transaction: EntityManager): Promise<void> {
  await transaction.query('LOCK TABLE edition_events IN SHARE MODE');
  await transaction.query('SELECT rebuild_rollups()');
}

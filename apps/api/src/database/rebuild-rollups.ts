import { createDataSource } from './data-source';

/** How much stands after a rebuilding. */
export interface RollupCounts {
  readonly rollups: number;
  readonly standings: number;
}

export const WHAT_STANDS = `SELECT (SELECT count(*)::int FROM rollups WHERE state <> 'due') AS rollups, (SELECT count(*)::int FROM standings) AS standings`;

/** Forgets every sum and standing and works them out again from the events; who files or decides meanwhile waits. */
export async function rebuildRollups(url: string): Promise<RollupCounts> {
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    return await dataSource.transaction(async (transaction) => {
      await transaction.query('SELECT rebuild_rollups()');
      const [rebuilt] = await transaction.query<[RollupCounts]>(WHAT_STANDS);
      return rebuilt;
    });
  } finally {
    await dataSource.destroy();
  }
}

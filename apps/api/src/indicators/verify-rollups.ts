import { CELLS, INDICATORS } from '@gongkai/catalogue';
import { createDataSource } from '../database/data-source';
import { type RollupCounts, WHAT_STANDS } from '../database/rebuild-rollups';
import { CHECKS, DUE } from './rollups-due';

/** Whether every sum that is kept is what the editions give when they are added up anew. */
export interface RollupsVerdict {
  readonly rollups: number;
  readonly standings: number;
  /** The first place where they differ, regions in the order of their ids; null where nothing differs. */
  readonly differs: Difference | null;
}

export interface Difference {
  /** `standing`: another edition stands for a report; `part`: an indicator of it; `coverage`: agencies (late ones) of a region; `children`: agencies
   * of its own and of the regions below it; `restatement`: what a report was first and since when it is another; `restated`: the sums of that; the rest are sums of a region. */
  readonly of: 'standing' | 'part' | 'editions' | 'cell' | 'indicator' | 'coverage' | 'children' | 'restatement' | 'restated';
  readonly region: string;
  readonly year: number;
  readonly state: string;
  /** Agency and kind of a standing; kind and forms of a sum. */
  readonly within: string;
  readonly cell: string | null;
  readonly indicator: string | null;
  /** As kept, and as the editions give it: a value with the number of editions behind it; null where there is none. */
  readonly held: string | null;
  readonly due: string | null;
}

type DifferenceRow = Omit<Difference, 'cell' | 'indicator'> & { readonly position: number | null };

/** For a step of adding up: that of all cells of 100,000 reports is kept in memory. */
const MEMORY = '256MB';

/**
 * Adds up every edition anew, from the events alone and by other statements than those that keep the sums, as of one moment.
 * Changes nothing and holds nobody up.
 */
export async function verifyRollups(url: string): Promise<RollupsVerdict> {
  const dataSource = await createDataSource(url, 1).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(`SET LOCAL work_mem = '${MEMORY}'`);
    await runner.query(DUE);
    let differs: Difference | null = null;
    for (const check of CHECKS) if (differs === null) differs = differenceOf(await runner.manager.query<DifferenceRow[]>(check));
    const [counts] = await runner.manager.query<[RollupCounts]>(WHAT_STANDS);
    return { ...counts, differs };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
    await dataSource.destroy();
  }
}

function differenceOf([first]: readonly DifferenceRow[]): Difference | null {
  if (first === undefined) return null;
  const { position, ...rest } = first;
  const cell = first.of === 'cell' ? CELLS.find((each) => each.position === position) : undefined;
  const indicator = ['part', 'indicator', 'restated'].includes(first.of)
    ? INDICATORS.find((each) => each.position === position)
    : undefined;
  return { ...rest, cell: cell?.id ?? null, indicator: indicator?.code ?? null };
}

import type { DumpProof } from '../database/dump/dump-format';
import type { Sql } from '../database/sql';
import { RecordStore } from './record.store';
import { isProved, verifyRecord } from './verify-record';

/** Proves the record by the statements of one transaction, that of a dump. */
export async function proveDump(sql: Sql): Promise<DumpProof> {
  const record = new RecordStore(sql);
  if (!(await record.becomeProver())) return { state: 'older', broken: false, differing: 0 };
  const verdict = await verifyRecord((work) => work(record), { from: null, anchors: null, reached: () => undefined });
  return { state: isProved(verdict) ? 'proved' : 'unproved', broken: verdict.broken !== null, differing: verdict.differing };
}

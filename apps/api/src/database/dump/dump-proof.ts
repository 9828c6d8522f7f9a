import type { PoolClient } from 'pg';
import { RecordStore } from '../../record/record.store';
import { isProved, verifyRecord } from '../../record/verify-record';
import { sqlOf } from '../sql';
import type { DumpProof } from './dump-format';
import { DumpTrouble } from './dump-trouble';

/** Proves the record within the transaction of the dump: what is dumped is what was proved. */
export async function proofOf(client: PoolClient): Promise<DumpProof> {
  const { rows } = await client.query<{ proof: unknown }>(
    `SELECT to_regprocedure('prove_editions(bigint, int)') AS proof, set_config('gongkai.role', 'system', true)`,
  );
  if (rows[0]?.proof == null) return { state: 'older', broken: false, differing: 0 };
  const record = new RecordStore(sqlOf(client));
  const verdict = await verifyRecord((work) => work(record), { from: null, anchors: null, reached: () => undefined });
  return { state: isProved(verdict) ? 'proved' : 'unproved', broken: verdict.broken !== null, differing: verdict.differing };
}

export function notProved({ broken, differing }: DumpProof): DumpTrouble {
  const what = [...(broken ? ['the trail is broken'] : []), ...(differing > 0 ? [`${differing} things are not what they were`] : [])];
  return new DumpTrouble(
    'not_proved',
    `${what.join(', ')}: verify record names them. Nothing was dumped; dump FILE --unproved dumps it as it is, and says so in the dump.`,
  );
}

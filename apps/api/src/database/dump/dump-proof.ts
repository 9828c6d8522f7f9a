import type { Sql } from '../sql';
import type { DumpProof } from './dump-format';
import { DumpTrouble } from './dump-trouble';

/** Proves the record within the transaction of the dump: what is dumped is what was proved. */
export type ProveRecord = (sql: Sql) => Promise<DumpProof>;

export function notProved({ broken, differing }: DumpProof): DumpTrouble {
  const what = [...(broken ? ['the trail is broken'] : []), ...(differing > 0 ? [`${differing} things are not what they were`] : [])];
  return new DumpTrouble(
    'not_proved',
    `${what.join(', ')}: verify record names them. Nothing was dumped; dump FILE --unproved dumps it as it is, and says so in the dump.`,
  );
}

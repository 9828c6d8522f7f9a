import { z } from 'zod';

/**
 * A dump is a gzip file of lines and blocks. The first line is the manifest. Then comes every table of it, in its order: blocks of PostgreSQL's
 * COPY text format, UTF-8, each led by its length in bytes on a line of its own; `0`; and a line with the table's rows and SHA-256. The last
 * line carries the SHA-256 of everything before it.
 */
export const FORMAT_VERSION = 1;

const TABLE = z.object({ name: z.string().min(1), columns: z.array(z.string().min(1)) });
const SEQUENCE = z.object({ name: z.string().min(1), last: z.string().regex(/^-?\d{1,19}$/), called: z.boolean() });

/** Whether the record was what it was when it was dumped. `older`: the schema is from before there was a proof. */
const PROOF = z.object({ state: z.enum(['proved', 'unproved', 'older']), broken: z.boolean(), differing: z.number().int() });

export const MANIFEST = z.object({
  dump: z.literal('gongkai'),
  version: z.number().int(),
  made: z.iso.datetime(),
  release: z.string(),
  server: z.string(),
  migrations: z.array(z.string()),
  /** Dumps of before have none. */
  proof: PROOF.optional(),
  tables: z.array(TABLE),
  sequences: z.array(SEQUENCE),
});

/** What the rows of one table were: how many, and their SHA-256 in the order and text they were read. */
export const TALLY = z.object({ table: z.string(), rows: z.number().int(), sha256: z.string() });
export const SEAL = z.object({ tables: z.number().int(), sha256: z.string() });

export type DumpProof = z.infer<typeof PROOF>;
export type DumpManifest = z.infer<typeof MANIFEST>;
export type DumpedTable = z.infer<typeof TABLE>;
export type DumpedSequence = z.infer<typeof SEQUENCE>;
export type TableTally = z.infer<typeof TALLY>;

/** What was dumped or restored, as one line for the operator. */
export interface DumpReceipt {
  readonly file: string;
  readonly made: string;
  readonly tables: number;
  readonly rows: number;
  /** Of the content; the same in a second dump of the same rows, but for the moment it was made. */
  readonly sha256: string;
  /** Null where the dump does not say. */
  readonly proof: DumpProof | null;
}

import { type Sql, onlyRow } from '../database/sql';
import type { HashedContent } from '../reports/edition-content';
import type { RecordTable } from './record-tables';

/** A row beside what the trail says of it; both null where they agree. */
export interface ProvedRow {
  readonly key: readonly string[];
  readonly subject: string;
  /** False where the trail never named it. */
  readonly said: boolean;
  readonly expected: Readonly<Record<string, unknown>> | null;
  readonly found: Readonly<Record<string, unknown>> | null;
}

export interface ProvedEdition {
  readonly id: string;
  readonly content: HashedContent;
  readonly contentSha256: string;
  /** The hashes of its parts as they were sealed; null where it never was. */
  readonly expected: Readonly<Record<string, unknown>> | null;
  readonly found: Readonly<Record<string, unknown>>;
}

export interface ProvedDocument {
  readonly sha256: string;
  /** Of its bytes as they are now. */
  readonly contentSha256: string;
  readonly expected: Readonly<Record<string, unknown>> | null;
  readonly found: Readonly<Record<string, unknown>>;
  readonly editions: readonly string[];
}

/** Where the chain of the trail ends. */
export interface ChainHead {
  readonly sequence: string;
  readonly sha256: string;
}

export interface BrokenEntry {
  readonly sequence: string | null;
  readonly id: string;
  readonly why: string;
}

/** A part of the chain: how far it went, and the first entry of it that is not what it was. */
export interface WalkedChain {
  /** Null at the end. */
  readonly last: string | null;
  readonly entries: number;
  readonly broken: BrokenEntry | null;
}

/** The record beside the trail. All of it can be read by the platform only. */
export class RecordStore {
  constructor(private readonly sql: Sql) {}

  /** Takes the part of the platform, whom alone the proving functions answer, for the rest of the transaction; false where the schema is older than they. */
  async becomeProver(): Promise<boolean> {
    const { proves } = onlyRow(
      await this.sql<{ readonly proves: boolean }>(
        `SELECT to_regprocedure('prove_editions(bigint, int)') IS NOT NULL AS proves, set_config('gongkai.role', 'system', true)`,
      ),
    );
    return proves;
  }

  rows(table: RecordTable, after: readonly string[] | null, most: number): Promise<readonly ProvedRow[]> {
    return this.sql('SELECT * FROM prove_rows(:name, :key, :unsaid, :stays, :after, :most)', {
      name: table.name,
      key: table.key,
      unsaid: table.unsaid,
      stays: table.stays,
      after,
      most,
    });
  }

  editions(after: string, most: number): Promise<readonly ProvedEdition[]> {
    return this.sql('SELECT id, content, content_sha256 AS "contentSha256", expected, found FROM prove_editions(:after, :most)', {
      after,
      most,
    });
  }

  documents(after: string, most: number): Promise<readonly ProvedDocument[]> {
    return this.sql(
      'SELECT sha256, content_sha256 AS "contentSha256", expected, found, editions::text[] FROM prove_documents(:after, :most)',
      { after, most },
    );
  }

  async head(): Promise<ChainHead | null> {
    const [head] = await this.sql<ChainHead>(
      'SELECT sequence, sha256 FROM audit_entries WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1',
    );
    return head ?? null;
  }

  /** Works out again what each entry's hash is, from the entry after which the walk goes on. */
  async walk(after: string, most: number): Promise<WalkedChain> {
    return onlyRow(
      await this.sql<WalkedChain>(
        `WITH part AS MATERIALIZED (
           SELECT e AS entry, e.sequence, e.id, e.sha256, e.previous_sha256 FROM audit_entries e WHERE e.sequence >= :after ORDER BY e.sequence LIMIT :most + 1
         ),
         chained AS (
           SELECT p.*, lag(p.sequence) OVER chain AS sequence_before, lag(p.sha256) OVER chain AS sha256_before FROM part p WINDOW chain AS (ORDER BY p.sequence)
         ),
         broken AS (
           SELECT c.sequence, c.id, CASE
             WHEN c.sequence <> c.sequence_before + 1 OR c.sequence_before IS NULL AND c.sequence <> 1 THEN 'an entry before it is missing'
             WHEN c.previous_sha256 IS DISTINCT FROM c.sha256_before THEN 'does not follow from the entry before it'
             WHEN c.sha256 IS DISTINCT FROM audit_sha256(c.entry) THEN 'was changed' END AS why
           FROM chained c WHERE c.sequence > :after
         )
         SELECT (SELECT max(sequence) FROM part WHERE sequence > :after) AS last, (SELECT count(*) FROM part WHERE sequence > :after)::int AS entries,
           (SELECT to_jsonb(b) || jsonb_build_object('sequence', b.sequence::text, 'id', b.id::text)
            FROM broken b WHERE b.why IS NOT NULL ORDER BY b.sequence LIMIT 1) AS broken`,
        { after, most },
      ),
    );
  }

  async neverLinked(): Promise<BrokenEntry | null> {
    const [entry] = await this.sql<BrokenEntry>(
      `SELECT sequence, id, 'never linked' AS why FROM audit_entries WHERE sequence IS NULL ORDER BY id LIMIT 1`,
    );
    return entry ?? null;
  }

  /** Rows of a table that the entries of a part of the chain name and that are gone. */
  gone(table: Pick<RecordTable, 'name' | 'key'>, after: string, last: string): Promise<readonly { readonly subject: string }[]> {
    return this.sql('SELECT subject FROM gone_rows(:name, :key, :after, :last)', { name: table.name, key: table.key, after, last });
  }

  /** True for the first who asks after so many hours, who proves then. */
  async beginProof(hours: number): Promise<boolean> {
    await this.sql(`SELECT pg_advisory_xact_lock(hashtextextended('the proof of the record', 0))`);
    const [begun] = await this.sql<object>(
      `SELECT note_act('record.proving', 'record', NULL, NULL)
       WHERE NOT EXISTS (SELECT FROM audit_entries WHERE subject = 'record' AND recorded_at > now() - make_interval(hours => :hours))`,
      { hours },
    );
    return begun !== undefined;
  }

  /** Which of the heads that were written down outside are not in the chain. */
  lost(heads: readonly ChainHead[]): Promise<readonly ChainHead[]> {
    return this.sql(
      `SELECT h.sequence, h.sha256 FROM unnest(:sequences::bigint[], :hashes::text[]) h(sequence, sha256)
       WHERE NOT EXISTS (SELECT FROM audit_entries e WHERE e.sequence = h.sequence AND e.sha256 = h.sha256) ORDER BY h.sequence`,
      { sequences: heads.map(({ sequence }) => sequence), hashes: heads.map(({ sha256 }) => sha256) },
    );
  }
}

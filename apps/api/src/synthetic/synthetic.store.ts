import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** A value of a row as COPY takes it: arrays and objects are written as PostgreSQL reads them. */
export type CopyValue = string | number | boolean | null | readonly (string | number | null)[] | Readonly<Record<string, unknown>>;

/** Lines sent in one piece. */
const LINES = 200;

/** Fills empty tables with COPY past triggers and foreign keys, as the owner; what the triggers would have added up is added up at once. */
export class SyntheticStore {
  private constructor(private readonly client: Client) {}

  /** All or nothing; refuses where there is a region or an account. Takes a superuser, as triggers are left out. */
  static async fill(url: string, work: (store: SyntheticStore) => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'gongkai' });
    await client.connect();
    try {
      await client.query('BEGIN; SET LOCAL session_replication_role = replica');
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT EXISTS (SELECT FROM regions) OR EXISTS (SELECT FROM accounts) AS taken',
      );
      if (rows[0]?.taken !== false) throw new Error('the database is not empty: a synthetic country is only for an empty one');
      await work(new SyntheticStore(client));
      await client.query('COMMIT');
      // Statistics and the visibility map, as autovacuum would have made them in time.
      await client.query('VACUUM (ANALYZE)');
    } finally {
      await client.end();
    }
  }

  /** Rows in the order of the columns. */
  async copy(table: string, columns: readonly string[], rows: Iterable<readonly CopyValue[]>): Promise<void> {
    await pipeline(Readable.from(pieces(rows)), this.client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
  }

  /** Lets the next row of each table follow those that came with their ids. */
  async continueIds(tables: readonly string[]): Promise<void> {
    for (const table of tables)
      await this.client.query(`SELECT setval(pg_get_serial_sequence($1, 'id'), (SELECT max(id) FROM ${table}))`, [table]);
  }

  /** Sums, and a line in the audit trail; both want their triggers back. */
  async addUp(): Promise<void> {
    await this.client.query('SET LOCAL session_replication_role = origin; ANALYZE; SELECT rebuild_rollups()');
    await this.client.query(`SELECT note_act('seed.synthetic', NULL, NULL, NULL)`);
  }
}

function* pieces(rows: Iterable<readonly CopyValue[]>): Iterable<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.map(written).join('\t')}\n`);
    if (lines.length === LINES) {
      yield lines.join('');
      lines = [];
    }
  }
  yield lines.join('');
}

function written(value: CopyValue): string {
  if (value === null) return '\\N';
  if (Array.isArray(value)) return `{${value.map((each) => (each === null ? 'NULL' : String(each))).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

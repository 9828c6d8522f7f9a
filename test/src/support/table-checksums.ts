import type { Client } from 'pg';

/** Rows and SHA-256 of every table of the catalog but TypeORM's diary, whatever the order they lie in. */
export async function tableChecksums(owner: Client): Promise<Readonly<Record<string, string>>> {
  const tables = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' ORDER BY 1`,
  );
  const checksums: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ rows: string; sha256: string | null }>(
      `SELECT count(*) AS rows, encode(sha256(convert_to(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), 'UTF8')), 'hex') AS sha256 FROM ${name} t`,
    );
    checksums[name] = `${rows[0]!.rows} ${rows[0]!.sha256}`;
  }
  return checksums;
}

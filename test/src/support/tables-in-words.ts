import type { Client } from 'pg';

interface Column {
  readonly table: string;
  readonly says: string | null;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly means: string | null;
  /** The table it points at. */
  readonly target: string | null;
}

const COLUMNS = `
  SELECT c.oid::regclass::text AS table, obj_description(c.oid, 'pg_class') AS says, a.attname AS column,
    format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable, col_description(c.oid, a.attnum) AS means,
    (SELECT min(f.confrelid::regclass::text) FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey)) AS target
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE n.nspname IN ('public', 'budgets') AND c.relkind = 'r' AND c.relname <> 'migrations' ORDER BY c.oid::regclass::text COLLATE "C", a.attnum`;

/** What needs no words beside what it is called, or points at. */
const PLAIN = /^(?:id|year|sha256)$/;

const SHORT: readonly (readonly [string, string])[] = [
  ['timestamp with time zone', 'timestamptz'],
  ['double precision', 'float8'],
];

/** Every table with its columns as its comments say, in Markdown; and what has no words and needs some. */
export async function tablesInWords(owner: Client): Promise<{ readonly text: string; readonly wordless: readonly string[] }> {
  const { rows } = await owner.query<Column>(COLUMNS);
  const tables = [...new Set(rows.map(({ table }) => table))].map((table) => [table, rows.filter((row) => row.table === table)] as const);
  const wordless = [
    ...tables.filter(([, [first]]) => first!.says === null).map(([table]) => table),
    ...rows
      .filter(({ column, means, target }) => means === null && target === null && !PLAIN.test(column))
      .map(({ table, column }) => `${table}.${column}`),
  ];
  return { text: tables.map(([table, columns]) => sectionOf(table, columns)).join('\n'), wordless };
}

function sectionOf(table: string, columns: readonly Column[]): string {
  return [`## ${table}`, '', String(columns[0]!.says), '', ...columns.map(lineOf), ''].join('\n');
}

function lineOf({ column, type, nullable, means, target }: Column): string {
  const short = SHORT.reduce((text, [long, brief]) => text.replace(long, brief), type);
  const what = `- \`${column}\` ${short}${nullable ? ' or null' : ''}${target === null ? '' : ` → ${target}`}`;
  return means === null ? what : `${what}: ${means}`;
}

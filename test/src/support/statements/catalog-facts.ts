import type { Client } from 'pg';

/** What the catalog knows of a column that a row may come from. */
export interface ColumnFacts {
  readonly nullable: boolean;
  /** The words a CHECK or a table of words allows; null for any. */
  readonly words: readonly string[] | null;
}

/** What the catalog knows of a type. */
export interface TypeFacts {
  readonly name: string;
  /** Of an array. */
  readonly element: number | null;
}

export interface CatalogFacts {
  /** By `table.column`, both as numbers. */
  readonly columns: ReadonlyMap<string, ColumnFacts>;
  readonly types: ReadonlyMap<number, TypeFacts>;
}

const COLUMNS = `
  WITH base AS (
    SELECT a.attrelid, a.attnum, a.attname, a.attnotnull, (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
        WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[%' LIMIT 1) AS list,
      EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum] AND f.confrelid = 'forms'::regclass) AS form
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
  ), looked_through AS (
    -- A column of a view is the column of its name, where the view takes it as it stands.
    SELECT DISTINCT v.attrelid, v.attnum, b.attnotnull, b.list, b.form FROM pg_attribute v JOIN pg_class c ON c.oid = v.attrelid AND c.relkind = 'v'
    JOIN pg_rewrite w ON w.ev_class = v.attrelid JOIN pg_depend d ON d.objid = w.oid AND d.classid = 'pg_rewrite'::regclass
    JOIN base b ON b.attrelid = d.refobjid AND b.attnum = d.refobjsubid AND b.attname = v.attname WHERE v.attnum > 0
  )
  SELECT attrelid::int AS table, attnum::int AS number, attnotnull AS required, list, form FROM (
    SELECT attrelid, attnum, attnotnull, list, form FROM base UNION ALL SELECT * FROM looked_through) every_column`;

/** Reads the catalog of a migrated database. */
export async function catalogFacts(owner: Client): Promise<CatalogFacts> {
  const forms = (await owner.query<{ id: string }>('SELECT id FROM forms')).rows.map(({ id }) => id);
  const columns = await owner.query<{ table: number; number: number; required: boolean; list: string | null; form: boolean }>(COLUMNS);
  const types = await owner.query<{ id: number; name: string; element: number }>(
    `SELECT oid::int AS id, typname AS name, CASE WHEN typcategory = 'A' THEN typelem::int ELSE 0 END AS element FROM pg_type`,
  );
  return {
    columns: new Map(
      columns.rows.map(({ table, number, required, list, form }) => [
        `${table}.${number}`,
        {
          nullable: !required,
          words: form ? forms : list === null ? null : [...list.matchAll(/'([^']*)'::text/g)].map(([, word]) => word!),
        },
      ]),
    ),
    types: new Map(types.rows.map(({ id, name, element }) => [id, { name, element: element === 0 ? null : element }])),
  };
}

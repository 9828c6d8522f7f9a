import type { PoolClient } from 'pg';

/** What a statement is given, by the names it calls it: `:agencyId`. */
export type Values = object;

/**
 * One statement inside the caller's transaction. Its text is constant, its rows are what the type says: `npm test` holds both, and the values,
 * against the database. Rows come back as the driver gives them: bigint columns as strings.
 */
export type Sql = <Row>(text: string, values?: Values) => Promise<readonly Row[]>;

/** A statement as PostgreSQL takes it, by place. */
export interface PlacedStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** A name begins in lower case after a single colon, so that a cast (::text), a slice ([1:2]) and a format ('HH24:MI') are left alone. */
const NAME = /(?<![:\w]):([a-z]\w*)/g;
const NOTHING: Values = {};
const placed = new Map<string, { readonly text: string; readonly names: readonly string[] }>();

/** Binds statements to one connection. */
export function sqlOf(client: Pick<PoolClient, 'query'>): Sql {
  return async <Row>(text: string, values: Values = NOTHING) => {
    const result = await client.query(placedStatement(text, values));
    return result.rows as readonly Row[];
  };
}

/** The statement with `$1` for the first name in it, and so on. Throws where it names what it is not given. */
export function placedStatement(text: string, values: Values = NOTHING): PlacedStatement {
  const statement = placesOf(text);
  return { text: statement.text, values: statement.names.map((name) => valueOf(name, values)) };
}

/** The texts are few and constant, so that each is read once. */
function placesOf(text: string): { readonly text: string; readonly names: readonly string[] } {
  const known = placed.get(text);
  if (known !== undefined) return known;
  const names = [...new Set([...text.matchAll(NAME)].map(([, name]) => String(name)))];
  const statement = { text: text.replace(NAME, (_, name: string) => `$${names.indexOf(name) + 1}`), names };
  placed.set(text, statement);
  return statement;
}

function valueOf(name: string, values: Values): unknown {
  const value: unknown = Reflect.get(values, name);
  if (value === undefined) throw new Error(`the statement names :${name} and is not given it`);
  return value;
}

/** The only row of an answer; throws when there is another number of rows. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) throw new Error(`expected one row, got ${rows.length}`);
  return row;
}

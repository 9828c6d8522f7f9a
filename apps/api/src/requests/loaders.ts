import DataLoader from 'dataloader';
import type { Caller } from '../database/caller';
import type { Database } from '../database/database';
import type { NamedStores } from '../database/named-stores';
import { isId } from './is-id';

/** What the loaders of one request ask with. Each subject makes its own with `perRequest` or `byId`; this folder knows none of them. */
export interface Loaders {
  readonly database: Database;
  readonly caller: Caller;
  /** The moment of the request. */
  readonly now: Date;
}

/** A loader that is made when a request first asks for it, and is the same for the rest of the request. */
export function perRequest<Loader>(make: (loaders: Loaders) => Loader): (loaders: Loaders) => Loader {
  const made = new WeakMap<Loaders, Loader>();
  return (loaders) => {
    const loader = made.get(loaders) ?? make(loaders);
    made.set(loaders, loader);
    return loader;
  };
}

/**
 * Nested fields by an id, asked for in one statement. What is no id is not asked for; what the caller may not see comes back as `gather` gives
 * it for an id without a row.
 */
export function byId<Stores, Row, Found>(
  named: NamedStores<Stores>,
  ask: (stores: Stores, ids: readonly string[], now: Date) => Promise<readonly Row[]>,
  gather: (rows: readonly Row[]) => (id: string) => Found,
): (loaders: Loaders) => DataLoader<string, Found> {
  return perRequest(({ database, caller, now }) => {
    return new DataLoader<string, Found>(async (ids) => {
      const known = ids.filter(isId);
      const rows = known.length === 0 ? [] : await database.readOnce(caller, named, (stores) => ask(stores, known, now));
      return ids.map(gather(rows));
    });
  });
}

/** The row with the key, or null. */
export function one<Row>(keyOf: (row: Row) => string): (rows: readonly Row[]) => (key: string) => Row | null {
  return (rows) => {
    const found = new Map(rows.map((row) => [keyOf(row), row]));
    return (key) => found.get(key) ?? null;
  };
}

/** All rows that belong to the key, in their order. */
export function many<Row>(keysOf: (row: Row) => readonly (string | null)[]): (rows: readonly Row[]) => (key: string) => readonly Row[] {
  return (rows) => {
    const found = new Map<string | null, Row[]>();
    for (const row of rows) {
      for (const key of new Set(keysOf(row))) {
        const others = found.get(key);
        if (others === undefined) found.set(key, [row]);
        else others.push(row);
      }
    }
    return (key) => found.get(key) ?? [];
  };
}

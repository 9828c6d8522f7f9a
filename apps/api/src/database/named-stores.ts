import type { Sql } from './sql';

/** The stores an act names, each by its class. */
export type NamedStores<Stores> = { readonly [Name in keyof Stores]: new (sql: Sql) => Stores[Name] };

/** The named stores themselves, as the act gets them. */
export type StoresOf<Named> = { readonly [Name in keyof Named]: Named[Name] extends new (sql: Sql) => infer Store ? Store : never };

/** Makes each store for the one connection its statements go to. */
export function bindStores<Stores>(named: NamedStores<Stores>, sql: Sql): Stores;
export function bindStores(named: Readonly<Record<string, new (sql: Sql) => unknown>>, sql: Sql): unknown {
  return Object.fromEntries(Object.entries(named).map(([name, Store]) => [name, new Store(sql)]));
}

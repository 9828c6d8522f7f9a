import type { Loaders } from '../requests/loaders';

/** Kinds of things the address of a page can name, and the pages that read each from their query. */
const IN_QUERY = { region: /^\/(overview|review)\/?$/, agency: /^\/(overview|file)\/?$/ } as const;

export interface NamedThing {
  readonly kind: 'report' | 'region' | 'agency';
  readonly id: string;
}

/** What an address of the app names. */
export function thingsNamedBy(pathname: string, query: Readonly<Record<string, unknown>>): readonly NamedThing[] {
  const report = /^\/reports\/(\d+)\/?$/.exec(pathname)?.[1];
  const asked = (['region', 'agency'] as const).flatMap((kind) => {
    const id = query[kind];
    return IN_QUERY[kind].test(pathname) && typeof id === 'string' && id !== '' ? [{ kind, id }] : [];
  });
  return report === undefined ? asked : [{ kind: 'report', id: report }];
}

/** What one may not see is not there. */
export async function areThere(things: readonly NamedThing[], loaders: Pick<Loaders, NamedThing['kind']>): Promise<boolean> {
  const found = await Promise.all(things.map(({ kind, id }) => loaders[kind].load(id)));
  return found.every((thing) => thing !== null);
}

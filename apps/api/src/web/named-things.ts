import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { Loaders } from '../requests/loaders';
import { reportById } from '../reports/reports.loaders';

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

const LOADERS = { report: reportById, region: regionById, agency: agencyById } as const;

/** What one may not see is not there. */
export async function areThere(things: readonly NamedThing[], loaders: Loaders): Promise<boolean> {
  const found = await Promise.all(things.map(({ kind, id }) => LOADERS[kind](loaders).load(id)));
  return found.every((thing) => thing !== null);
}

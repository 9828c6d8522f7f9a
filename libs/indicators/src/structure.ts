import { groupBy } from './group-by';

/** How organisations of different years are held together. */
export type StructureView = 'as_reported' | 'today' | 'constant';

/** One agency following another on a day; without a successor it was abolished. */
export interface Edge {
  readonly predecessorId: string;
  readonly successorId: string | null;
  readonly kind: 'rename' | 'merge' | 'split' | 'abolish';
  readonly on: string;
  readonly basis: string;
}

/** An agency as it is today, or was last. */
export interface AgencyToday {
  readonly id: string;
  readonly name: string;
  /** First day on which it no longer existed; null while it does. */
  readonly validTo: string | null;
  /** Its region with the ancestors, as of today. */
  readonly regionPath: readonly string[];
}

/** Who answers for what an agency did in a year: one, or several who cannot be told apart. */
export type Holders = (agencyId: string, year: number) => readonly string[];

/**
 * By today's structure: what an agency did in a year is counted under the one that follows it today — by merger, by rename, or because it was moved
 * to another region and still exists. Of a split nobody can say which part did what, so that all who follow hold it jointly. An abolished agency
 * without a successor holds its own.
 */
export function holdersToday(edges: readonly Edge[], agencies: ReadonlyMap<string, AgencyToday>): Holders {
  const leaving = groupBy(edges, ({ predecessorId }) => predecessorId);
  const after = (id: string, isLater: (on: string) => boolean): readonly string[] => {
    const later = (leaving.get(id) ?? []).filter(({ on }) => isLater(on));
    const day = later.map(({ on }) => on).sort()[0];
    if (day === undefined) return [id];
    const successors = later.filter(({ on }) => on === day).flatMap(({ successorId }) => successorId ?? []);
    if (successors.length === 0) return [id];
    const end = agencies.get(id)?.validTo ?? null;
    const itself = end === null || end > day ? after(id, (on) => on > day) : [];
    return [...itself, ...successors.flatMap((successor) => after(successor, (on) => on >= day))];
  };
  return (agencyId, year) => sorted(after(agencyId, (on) => on > lastDayOf(year)));
}

/**
 * By constant structure: agencies that follow one another between the first and the last year asked are joined into the smallest groups that exist
 * unchanged over all of these years, and every figure is its group's.
 */
export function constantGroups(edges: readonly Edge[], years: { readonly from: number; readonly to: number }): Holders {
  const groups = new Map<string, readonly string[]>();
  const groupOf = (id: string): readonly string[] => groups.get(id) ?? [id];
  for (const { predecessorId, successorId, on } of edges) {
    if (successorId === null || on <= lastDayOf(years.from) || on > lastDayOf(years.to)) continue;
    const joined = sorted([...groupOf(predecessorId), ...groupOf(successorId)]);
    for (const member of joined) groups.set(member, joined);
  }
  return groupOf;
}

/** An organisation is what it is on 31 December of its report year. */
export function lastDayOf(year: number): string {
  return `${year}-12-31`;
}

/** Key of a group of ids, the same whatever their order. */
export function keyOf(ids: readonly string[]): string {
  return sorted(ids).join('+');
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort((a, b) => a.length - b.length || a.localeCompare(b));
}

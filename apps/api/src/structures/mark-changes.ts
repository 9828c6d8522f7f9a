import { type Edge, type StructureView, changesOf, markPoint } from '@gongkai/indicators';
import type { SeriesPoint } from '@gongkai/model';
import type { StructuresStore } from './structures.store';

interface Marked {
  readonly group: SeriesPoint['group'];
  readonly points: readonly SeriesPoint[];
}

/** Says of each point what happened in its year to the organisations behind it. `members`: the agencies of each group, by its key. */
export async function markChanges<Row extends Marked>(
  stores: { readonly structures: StructuresStore },
  view: StructureView,
  rows: readonly Row[],
  members: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Row[]> {
  const ids = [...new Set([...members.values()].flat())];
  if (ids.length === 0) return rows;
  const every = await stores.structures.edges();
  const touched = new Set([...ids, ...every.filter((edge) => endsOf(edge).some((id) => ids.includes(id))).flatMap(endsOf)]);
  const edges = every.filter((edge) => endsOf(edge).some((id) => touched.has(id)));
  const named = await stores.structures.agencies([...new Set([...ids, ...edges.flatMap(endsOf)])]);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const record = { edges, versions: await stores.structures.versionChanges(ids), nameOf: (id: string) => names.get(id) ?? id };
  return rows.map((row) => {
    const own = members.get(row.group === null ? '' : row.group.key) ?? [];
    const points = row.points.map((point) => markPoint(point, changesOf(own, point.year, record), view));
    return { ...row, points };
  });
}

function endsOf({ predecessorId, successorId }: Edge): readonly string[] {
  return successorId === null ? [predecessorId] : [predecessorId, successorId];
}

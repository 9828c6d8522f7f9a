import type { Comparability, OrganisationChange, SeriesPoint } from '@gongkai/model';
import type { Stores } from '../database/stores';
import { changesOf } from './changes-of';
import type { Edge, StructureView } from './structure';

interface Marked {
  readonly group: SeriesPoint['group'];
  readonly points: readonly SeriesPoint[];
}

/**
 * Says of each point what happened in its year to the organisations behind it. A merger or a split parts the years of a series unless the view
 * holds the structure constant: they compare with a note. `members`: the agencies of each group, by its key.
 */
export async function markChanges<Row extends Marked>(
  stores: Stores,
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
  const told = { edges, versions: await stores.structures.versionChanges(ids), nameOf: (id: string) => names.get(id) ?? id };
  return rows.map((row) => {
    const own = members.get(row.group === null ? '' : row.group.key) ?? [];
    const points = row.points.map((point) => marked(point, changesOf(own, point.year, told), view));
    return { ...row, points };
  });
}

function endsOf({ predecessorId, successorId }: Edge): readonly string[] {
  return successorId === null ? [predecessorId] : [predecessorId, successorId];
}

function marked<Point extends SeriesPoint>(point: Point, changes: readonly OrganisationChange[], view: StructureView): Point {
  const parting = view === 'constant' ? [] : changes.filter(({ kind }) => kind === 'merge' || kind === 'split');
  if (parting.length === 0) return { ...point, changes };
  const comparability = point.comparability === null ? null : noted(point.comparability, parting);
  const change = point.change === null ? null : { ...point.change, comparability: noted(point.change.comparability, parting) };
  return { ...point, changes, comparability, change };
}

function noted({ verdict, reason }: Comparability, changes: readonly OrganisationChange[]): Comparability {
  const said = [...(reason === null ? [] : [reason]), ...changes.map(({ words }) => words)];
  return {
    verdict: verdict === 'none' ? 'none' : 'note',
    reason: { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') },
  };
}

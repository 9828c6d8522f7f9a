import type { Comparability, OrganisationChange, SeriesPoint } from '@gongkai/model';
import type { StructureView } from './structure';

/**
 * A point with what happened in its year to the organisations behind it. A merger or a split parts the years of a series unless the view holds
 * the structure constant: they compare with a note.
 */
export function markPoint<Point extends SeriesPoint>(point: Point, changes: readonly OrganisationChange[], view: StructureView): Point {
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

import { placeKey, type CellState, type Place } from '@gongkai/model';

/** A cell of a report and where it was read; `place` is null where it was typed, or not found. */
export interface PlacedCell {
  readonly cell: string;
  /** In the form's words: 新收 × 自然人. */
  readonly label: string;
  readonly state: CellState;
  /** As printed in the file. */
  readonly raw: string;
  /** What was typed over that and counts instead; null where the file counts. */
  readonly typed: string | null;
  readonly place: Place | null;
}

/** A place as the contract says it, null for what it does not have; the model leaves that out. */
export function placeAsked(asked: object | null | undefined): Place | null {
  return asked ? Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null)) : null;
}

/** What stands at one place, cells that ran together being several. */
export interface OriginalSpot {
  readonly key: string;
  readonly place: Place;
  /** Never empty. */
  readonly cells: readonly PlacedCell[];
}

/** Names the place of a cell: a box on a page, or what the rebuilt file shows there. */
export function spotKey(place: Place): string | null {
  const { page, box } = place;
  return box ? [page, box.left, box.top, box.width, box.height].join('/') : placeKey(place);
}

/** The places of cells by their keys. */
export function spotsOf(cells: readonly PlacedCell[]): ReadonlyMap<string, OriginalSpot> {
  const spots = new Map<string, OriginalSpot>();
  for (const one of cells) {
    const key = one.place && spotKey(one.place);
    if (one.place === null || key === null) continue;
    const before = spots.get(key);
    spots.set(key, { key, place: one.place, cells: [...(before?.cells ?? []), one] });
  }
  return spots;
}

/** The cell chosen when a place is: the one after the chosen, where several stand there. */
export function cellChosenAt({ cells }: OriginalSpot, chosen: string | null): string | null {
  const at = cells.findIndex(({ cell }) => cell === chosen);
  return cells[(at + 1) % cells.length]?.cell ?? null;
}

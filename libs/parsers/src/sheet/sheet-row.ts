import type { Place } from '@gongkai/model';
import type { PrintedCell } from '../printed-document';

/** A visible row of a sheet that holds something, or that a merged cell reaches into. */
export interface SheetRow {
  /** Cells with text, from left to right; those covered by a cell further up or left are not among them. */
  readonly cells: readonly PrintedCell[];
  readonly place: Place;
  /** Whether an empty row stands before it. */
  readonly afterGap: boolean;
  /** Whether it has more or fewer fields than its headings, so that nobody can say where its figures belong. */
  readonly uneven: boolean;
}

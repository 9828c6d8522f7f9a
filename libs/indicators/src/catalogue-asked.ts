import type { Cell, Form, Indicator } from '@gongkai/model';

/** What questions about figures need of the catalogue, handed in by whoever asks. */
export interface CatalogueAsked {
  readonly forms: readonly Form[];
  readonly cells: readonly Cell[];
  readonly indicators: readonly Indicator[];
}

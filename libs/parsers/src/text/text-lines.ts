/** One line of a text file, with its number from 1. */
export interface TextLine {
  readonly text: string;
  readonly number: number;
}

/** The cells of one printed row, without spans. */
export type RaggedRow = readonly { readonly text: string; readonly line: number }[];

/** A table read from some line on, and the line after it (an index, from 0). */
export interface RowsRead {
  readonly rows: readonly RaggedRow[];
  readonly next: number;
}

import type { Place } from './report';

/** A file as the reader saw it, to be shown beside the report that was read from it: text alone, never the markup it came in. */
export interface Original {
  /** As in the reader's formats: `pdf`, `docx`, `html` …, those of an office program named for themselves. */
  readonly format: string;
  /** Paragraphs and tables in the order of the file; none of a PDF, which is drawn from its own bytes. */
  readonly blocks: readonly OriginalBlock[];
  /** The pages of a PDF; none of any other format. */
  readonly pages: readonly OriginalPage[];
  /** How many blocks stand behind those given: the file is longer than what is shown of it. */
  readonly left: number;
}

export type OriginalBlock = OriginalText | OriginalTable | OriginalPicture;

/** One paragraph. */
export interface OriginalText {
  readonly kind: 'text';
  readonly text: string;
  readonly heading: boolean;
  readonly place: Place;
}

/** With spans `lost` the file does not say which cells were merged: rows are as long as they are. */
export interface OriginalTable {
  readonly kind: 'table';
  readonly spans: 'kept' | 'lost';
  readonly rows: readonly (readonly OriginalCell[])[];
}

/** One cell, in the form's sense or not. Line feeds in its text are line breaks. */
export interface OriginalCell {
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly place: Place;
}

/** Something drawn that nobody read. */
export interface OriginalPicture {
  readonly kind: 'picture';
}

/** A page as it was read: the boxes of its places are measured on the page turned so. */
export interface OriginalPage {
  /** From 1. */
  readonly number: number;
  /** In points (1/72 inch), turned. */
  readonly width: number;
  readonly height: number;
  /** Clockwise in degrees, what the file itself says included: 0, 90, 180 or 270. */
  readonly turn: number;
}

/** Names a place that is no box on a page, for what stands there to be found again; null where it names none. */
export function placeKey({ sheet, table, row, column, line }: Place): string | null {
  const counted = [table, row, column, line].map((number) => number ?? '');
  return sheet === undefined && counted.every((number) => number === '') ? null : [...counted, sheet ?? ''].join('/');
}

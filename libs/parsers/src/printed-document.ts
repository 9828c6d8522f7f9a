import type { Place } from '@gongkai/model';

/** File formats that can be read; one file in `formats/` for each, but `wps`, which is read as what an office program makes of it. */
export type DocumentFormat = 'text' | 'html' | 'csv' | 'docx' | 'doc' | 'wps' | 'xlsx' | 'pdf';

/** What every format is turned into before anyone looks for a report in it: paragraphs and tables in the order of the page. */
export interface PrintedDocument {
  readonly format: DocumentFormat;
  /** The title the file carries outside its page (HTML `title`), if any. */
  readonly name: string | null;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** One line of text, outer white space removed, never empty. */
  readonly text: string;
  /** Marked as a heading by the format itself. */
  readonly heading: boolean;
  readonly place: Place;
}

/**
 * Cells row by row. With spans `kept` every cell knows its columns; with spans `lost` (text, .doc) a cell merged with the one above is
 * printed blank, a cell merged with its left neighbour is not printed at all, and `column` only counts.
 */
export interface Table {
  readonly kind: 'table';
  /** Counted from 1 over the document. */
  readonly number: number;
  readonly spans: 'kept' | 'lost';
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface PrintedCell {
  /** Outer white space removed; line breaks inside the cell are kept. */
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly place: Place;
}

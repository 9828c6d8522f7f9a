import type { OriginalPage, Place } from '@gongkai/model';

/** Formats only an office program opens: read as what it makes of them, where one is at hand. `xls` stands for Excel 97 and WPS Sheets (.et). */
export type OfficeOnlyFormat = 'wps' | 'rtf' | 'odt' | 'ods' | 'xls';

/** What an office program is asked to make of such a file, so that it is read with all of its cells. */
export function officeTarget(format: OfficeOnlyFormat | 'doc'): 'docx' | 'xlsx' {
  return format === 'ods' || format === 'xls' ? 'xlsx' : 'docx';
}

/** File formats that can be read; one file in `formats/` for each, but those of an office program. */
export type DocumentFormat = 'text' | 'html' | 'csv' | 'docx' | 'doc' | 'xlsx' | 'pdf' | OfficeOnlyFormat;

/** What every format is turned into before anyone looks for a report in it: paragraphs and tables in the order of the page. */
export interface PrintedDocument {
  readonly format: DocumentFormat;
  /** The title the file carries outside its page (HTML `title`), if any. */
  readonly name: string | null;
  readonly blocks: readonly Block[];
  /** What our own workbook names out of sight of who fills it in; in the order of the sheets, their rows and columns. */
  readonly named?: readonly NamedCell[];
  /** As they were read, where the format has pages. */
  readonly pages?: readonly OriginalPage[];
}

/** A cell by its id as written (`s3/new_received/total`), and what stands in it. */
export interface NamedCell {
  readonly id: string;
  readonly printed: PrintedCell;
}

export type Block = Paragraph | Table | Picture;

/** Something drawn that nobody reads: it says why there is no table where one should be. */
export interface Picture {
  readonly kind: 'picture';
  readonly place: Place;
}

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
  /** A figure that the file keeps only a formula for, a sum of other cells. */
  readonly workedOut?: true;
}

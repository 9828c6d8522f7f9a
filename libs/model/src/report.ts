import type { Absence, CellId, NarrativeSection, SectionCode, TableSection, Unit } from './cells';
import type { FormId } from './forms';

/** What a file or a typed form said, before anyone judged it. Amounts of money are in 分, all others in the cell's unit. */
export interface Report {
  readonly title: string | null;
  readonly agencyName: string | null;
  readonly year: number | null;
  /** 统计期限, as ISO dates. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Every year that title, period, text and date of signing name as that of the report; absent where nobody looked. */
  readonly years?: readonly NamedYear[];
  /** 落款日期, ISO date. */
  readonly signedOn: string | null;
  /** The form of each table section by its layout, by the report year where forms print it alike; null where it is missing or could not be recognised. */
  readonly forms: Readonly<Record<TableSection, FormId | null>>;
  /** Forms whose document the report cites as the one it follows; absent where nobody looked, e.g. in what was typed. */
  readonly cites?: readonly FormId[];
  /** The sections in the order in which their headings are printed; absent where nobody looked. */
  readonly order?: readonly SectionCode[];
  readonly readings: readonly Reading[];
  readonly narrative: readonly Narrative[];
  /** Sentences that stand beside the tables of sections two to four; absent where nobody looked. */
  readonly prose?: readonly Prose[];
  readonly declared: readonly Declaration[];
  /** Subtotals that are printed although the form has none; absent where nobody looked. */
  readonly subtotals?: readonly Subtotal[];
  /** Numbers of the tables and of the narrative that no cell and no declaration claimed. */
  readonly residue: readonly Residue[];
  /** What the reader could not make sense of; the rules turn these into findings. */
  readonly doubts: readonly Doubt[];
}

interface Printed {
  readonly cell: CellId;
  /** As printed, outer white space removed; `""` for an empty cell and for one that was not found. */
  readonly raw: string;
  readonly place: Place | null;
  readonly confidence: Confidence;
  /** What stands beside the figure and is no part of it, in plain characters: a note mark (`①`, `[2]`) or a remark (`(其中修订16件)`). */
  readonly note?: string;
}

/**
 * How sure the reader is that this text belongs to this cell: `exact` by the form's own words or a known wording of them, `alike` by words
 * that resemble them in the statutory order, `inferred` where the source had lost its cell boundaries and only one cut satisfies the sums, or where
 * a workbook keeps only the sum itself, without its result.
 */
export type Confidence = 'exact' | 'alike' | 'inferred';

/** A reading says its amount or which nothing it is. */
export type Reading = Printed & ({ readonly state: 'number'; readonly amount: bigint; readonly unit: Unit } | { readonly state: Absence });

/** Where something stood in its document, all counted from 1: lines of a text, pages of a PDF, tables, rows and columns of any format. */
export interface Place {
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
  readonly page?: number;
  /** Name of the sheet of a workbook. */
  readonly sheet?: string;
  readonly box?: Box;
}

/** A rectangle on a page, in points (1/72 inch) from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Narrative {
  readonly section: NarrativeSection;
  readonly heading: string;
  /** Paragraphs parted by line feeds. */
  readonly text: string;
}

/** Running text of a table section, paragraphs parted by line feeds. */
export interface Prose {
  readonly section: TableSection;
  readonly text: string;
}

/** A figure the narrative claims, with the sentence it stands in. */
export interface Declaration {
  readonly code: string;
  readonly amount: bigint;
  readonly quotation: string;
  readonly section: SectionCode;
  /** Of the paragraph the quotation stands in. */
  readonly place: Place | null;
}

/** What a source prints as the sum of some rows of its form, in one of its columns. */
export interface Subtotal {
  /** As printed: （三）不予公开 小计. */
  readonly label: string;
  /** What it is the sum of. */
  readonly cells: readonly CellId[];
  readonly raw: string;
  readonly amount: bigint;
  readonly place: Place | null;
}

/** A year as one place of a report names it. */
export interface NamedYear {
  readonly place: 'title' | 'period' | 'body' | 'signature';
  /** The year before the one of a date of signing; null where what is printed is no year: 20223年. */
  readonly year: number | null;
  /** The words that name it, as printed. */
  readonly text: string;
}

export interface Residue {
  readonly raw: string;
  readonly context: string;
  readonly section: SectionCode | null;
  readonly place: Place | null;
}

export type DoubtCode =
  | 'section_missing'
  | 'form_unrecognised'
  | 'row_unrecognised'
  | 'column_unrecognised'
  /** Our own template names a cell that its form does not have. */
  | 'cell_unrecognised'
  | 'cell_missing'
  | 'cell_repeated'
  | 'number_unreadable'
  /** Two runs of digits stand in one cell: `12 08`, `12-15`. */
  | 'figures_apart'
  /** 约, 余, 近: no exact figure. */
  | 'figure_estimated'
  /** A sign, a word or brackets that mean more or less, where a cell counts. */
  | 'figure_signed'
  /** A count with decimals. */
  | 'count_not_whole'
  | 'money_too_fine'
  | 'money_without_unit'
  /** A row or column was taken for the statutory one it resembles. */
  | 'label_alike'
  /** Cells that ran together were cut where the sums allow only one cut. */
  | 'cells_inferred'
  /** Cells that ran together could be cut in several ways; `text` names them. */
  | 'cells_ambiguous'
  /** Headings of columns could not be read; their number, the rows and the sums told the columns. `text` is what is left of the headings. */
  | 'heads_inferred'
  /** What stands over a table says that it counts a part of the year; `text` is that. */
  | 'part_of_year'
  /** The heading of the section is printed, and no table could be read beneath it; `text` says what stands there: picture, prose, layout, nothing. */
  | 'section_unread'
  /** The same tables stand for another year too (`text`); they were not read. */
  | 'other_year'
  | 'year_unrecognised';

/** Something the reader saw and will not guess about. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly section: SectionCode | null;
  readonly cell: CellId | null;
  readonly text: string;
  readonly place: Place | null;
}

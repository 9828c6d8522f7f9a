import type { Absence, CellId, NarrativeSection, SectionCode, Unit } from './cells';
import type { FormId } from './forms';

/** What a file or a typed form said, before anyone judged it. Amounts of money are in 分, all others in the cell's unit. */
export interface Report {
  readonly title: string | null;
  readonly agencyName: string | null;
  readonly year: number | null;
  /** 统计期限, as ISO dates. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** 落款日期, ISO date. */
  readonly signedOn: string | null;
  /** The form of each table section by its layout; null where the section is missing or could not be recognised. Section four is the same in both forms. */
  readonly forms: { readonly s2: FormId | null; readonly s3: FormId | null };
  readonly readings: readonly Reading[];
  readonly narrative: readonly Narrative[];
  readonly declared: readonly Declaration[];
  /** Numbers of the tables and of the narrative that no cell and no declaration claimed. */
  readonly residue: readonly Residue[];
  /** What the reader could not make sense of; the rules turn these into findings. */
  readonly doubts: readonly Doubt[];
}

interface Printed {
  readonly cell: CellId;
  /** As printed, outer white space removed; `""` for an empty cell. */
  readonly raw: string;
  readonly place: Place | null;
}

/** A reading says its amount or which nothing it is. */
export type Reading = Printed & ({ readonly state: 'number'; readonly amount: bigint; readonly unit: Unit } | { readonly state: Absence });

/** Where something stood in its document, all counted from 1. */
export interface Place {
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
}

export interface Narrative {
  readonly section: NarrativeSection;
  readonly heading: string;
  /** Paragraphs parted by line feeds. */
  readonly text: string;
}

/** A figure the narrative claims, with the sentence it stands in. */
export interface Declaration {
  readonly code: string;
  readonly amount: bigint;
  readonly quotation: string;
  readonly section: NarrativeSection;
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
  | 'cell_missing'
  | 'cell_repeated'
  | 'number_unreadable'
  | 'money_too_fine'
  | 'money_without_unit'
  | 'year_unrecognised';

/** Something the reader saw and will not guess about. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly section: SectionCode | null;
  readonly cell: CellId | null;
  readonly text: string;
  readonly place: Place | null;
}

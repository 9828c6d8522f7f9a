import type { CellId, CellState, Confidence, Doubt, Finding, Place, Report, Residue, SectionCode, Unit, Words } from '@gongkai/model';
import type { DocumentFormat } from '@gongkai/parsers';
import type { FindingsVerdict } from '@gongkai/rules';

export type FileVerdict = FindingsVerdict | 'unreadable';

/** Why a file was not read, for a program and for a person. */
export interface FileRefusal {
  readonly code: string;
  readonly message: Words;
}

export interface CellRecord {
  /** As printed; `""` for an empty cell. */
  readonly raw: string;
  readonly state: CellState;
  /** Decimal string in `unit`; null where the cell holds no number. */
  readonly amount: string | null;
  /** The cell's own, whatever was printed: `cny_10k` for `amount_10k_cny`. */
  readonly unit: Unit;
  /** The unit the source gives the figure in; null where the cell holds no number. */
  readonly printedUnit: Unit | null;
  /** A total the document left blank, computed from its parts; null for every other cell. */
  readonly derived: string | null;
  /** The mark of a note or a remark beside the figure; null where there is none. */
  readonly note: string | null;
  readonly confidence: Confidence;
  readonly place: Place | null;
}

export interface DeclaredRecord {
  readonly code: string;
  readonly title: Words;
  readonly unit: Words;
  /** Decimal string in `unit`. */
  readonly amount: string;
  readonly quotation: string;
  readonly section: SectionCode;
  readonly place: Place | null;
}

/** What is said of one file: the line of `--json`, from which the table and the workbook are made as well. */
export type CheckRecord = ReadRecord | UnreadRecord;

export interface ReadRecord {
  readonly file: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly forms: Report['forms'];
  readonly verdict: FindingsVerdict;
  readonly refusal: null;
  readonly cells: Readonly<Record<CellId, CellRecord>>;
  /** What the report says of itself and no table holds. */
  readonly declared: readonly DeclaredRecord[];
  readonly findings: readonly Finding[];
  readonly residue: readonly Residue[];
  /** Numbers of the text that the tables hold as well: the rules compare them. */
  readonly claims: readonly DeclaredRecord[];
  readonly doubts: readonly Doubt[];
  readonly title: string | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly signedOn: string | null;
  readonly format: DocumentFormat;
  /** The file whose figures the rules across years used; null where none was given or none belongs to this report. */
  readonly lastYear: string | null;
}

export interface UnreadRecord extends Readonly<Record<Exclude<keyof ReadRecord, 'file' | 'verdict' | 'refusal'>, null>> {
  readonly file: string;
  readonly verdict: 'unreadable';
  readonly refusal: FileRefusal;
}

export function recordOfRefusal(file: string, { code, message }: FileRefusal): UnreadRecord {
  return {
    file,
    agency: null,
    year: null,
    forms: null,
    verdict: 'unreadable',
    refusal: { code, message },
    cells: null,
    declared: null,
    findings: null,
    residue: null,
    claims: null,
    doubts: null,
    title: null,
    period: null,
    signedOn: null,
    format: null,
    lastYear: null,
  };
}

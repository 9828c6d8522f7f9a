import type { CellId, CellState, Confidence, Place, Report } from '@gongkai/model';
import { cellValuesOfReport } from '../reports/edition-content';
import { type DeclaredValueRow, declaredValues } from '../reports/declared-values';
import type { OwedReport } from '../reports/filer-of';
import { textOfReading } from './draft-reading';
import type { FileOfDraft } from './draft-result';

/** What a file says of one cell, as the api tells it. */
interface FileReading {
  readonly cell: CellId;
  readonly text: string | null;
  readonly raw: string;
  readonly state: CellState;
  readonly note: string | null;
  readonly place: Place | null;
  readonly confidence: Confidence;
  readonly doubted: boolean;
}

/** A file of a draft as the api tells it. */
export type DraftFileValue = Omit<FileOfDraft, 'said' | 'reading'> &
  Pick<Report, 'title' | 'agencyName' | 'year' | 'signedOn' | 'forms' | 'narrative' | 'residue'> & {
    readonly path: string;
    readonly readings: readonly FileReading[];
    readonly declared: readonly DeclaredValueRow[];
    readonly findings: FileOfDraft['said']['findings'];
  };

export function draftFileValue({ said, ...file }: FileOfDraft, { agencyId, year: owedFor }: OwedReport): DraftFileValue {
  const { report, findings } = said;
  const { title, agencyName, year, signedOn, forms, narrative, residue } = report;
  const declared = declaredValues(report.declared.map((one) => ({ ...one, amount: one.amount.toString() })));
  return {
    ...file,
    id: file.sha256,
    path: `/documents/drafts/${agencyId}/${owedFor}/${file.sha256}`,
    title,
    agencyName,
    year,
    signedOn,
    forms,
    narrative,
    residue,
    readings: readingsOf(report),
    declared,
    findings,
  };
}

function readingsOf(report: Report): readonly FileReading[] {
  const doubts = new Set(report.doubts.map(({ cell }) => cell));
  const texts = new Map(report.readings.map((reading) => [reading.cell, textOfReading(reading)]));
  return cellValuesOfReport(report, new Map(), 'document').map(({ cell, raw, state, note, place, confidence }) => {
    const text = texts.get(cell);
    return {
      cell,
      text: text === undefined ? null : text,
      raw,
      state,
      note,
      place,
      confidence,
      doubted: confidence !== 'exact' || doubts.has(cell),
    };
  });
}

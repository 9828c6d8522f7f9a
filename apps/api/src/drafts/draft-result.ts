import type { StoresOf } from '../database/named-stores';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import type { OwedReport } from '../reports/filer-of';
import type { ReportRow } from '../reports/reports.store';
import { type CarriedCell, carriedCells, firstContent, formOfDraft } from './draft-content';
import { type DraftFileRow, DraftFilesStore } from './draft-files.store';
import { type DraftReading, readReading } from './draft-reading';
import { type DraftContent, type DraftCopyRow, type DraftRow, DraftsStore, type ThrownDraftRow, type Typists } from './drafts.store';

/** A file that a draft was read from, with what it said. */
export interface FileOfDraft extends DraftFileRow {
  readonly said: DraftReading;
}

/** A draft with what stands around it; version 0 is kept nowhere. */
export interface DraftResult extends OwedReport {
  readonly reportId: string;
  readonly life: string | null;
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly file: FileOfDraft | null;
  readonly typists: Typists;
  readonly carried: readonly CarriedCell[];
  readonly beginsWith: EditionRow | null;
  readonly copies: readonly DraftCopyRow[];
  readonly thrown: readonly ThrownDraftRow[];
}

/** Where a draft and what stands around it are read. */
export const DRAFT_STORES = { drafts: DraftsStore, draftFiles: DraftFilesStore, editions: EditionsStore };

/** The draft of the obligation, or what one begins with. */
export async function draftResult(stores: StoresOf<typeof DRAFT_STORES>, obligation: ReportRow): Promise<DraftResult> {
  const { agencyId, year, id } = obligation;
  const { drafts, editions } = stores;
  const owed = { agencyId, year };
  const kept = await drafts.of(owed);
  const lastYear = await editions.standing(agencyId, year - 1);
  const carried = carriedCells(kept === null ? formOfDraft(year) : kept.content.form, lastYear, year);
  const around = { ...owed, reportId: id, carried, copies: await drafts.copies(owed), thrown: await drafts.thrown(owed) };
  if (kept !== null) return { ...around, ...kept, file: await readFileOf(stores, kept), beginsWith: null };
  const [latest = null] = await editions.ofReports([id]);
  const nobody = { life: null, version: 0, savedAt: null, savedBy: null, file: null, typists: {} };
  return { ...around, ...nobody, content: firstContent(year, latest, carried), beginsWith: latest };
}

/** The file a draft was read from, with what it said; null where all was typed. */
export async function readFileOf(
  { draftFiles }: { readonly draftFiles: DraftFilesStore },
  { fileId }: Pick<DraftRow, 'fileId'>,
): Promise<FileOfDraft | null> {
  if (fileId === null) return null;
  const file = await draftFiles.file(fileId);
  return file === null ? null : { ...file, said: readReading(file.reading) };
}

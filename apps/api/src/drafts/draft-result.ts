import type { StoresOf } from '../database/named-stores';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import type { OwedReport } from '../reports/filer-of';
import type { ReportRow } from '../reports/reports.store';
import { type CarriedCell, carriedCells, firstContent, formOfDraft } from './draft-content';
import { type DraftFileRow, DraftFilesStore } from './draft-files.store';
import { type DraftReading, readReading, writeReading } from './draft-reading';
import { contentOfEdition, readingOfEdition } from './file-of-edition';
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
  const nobody = { life: null, version: 0, savedAt: null, savedBy: null, beginsWith: latest };
  const typed = { content: firstContent(year, latest, carried), file: null, typists: {} };
  return { ...around, ...nobody, ...(latest?.documentSha256 == null ? typed : await fromFileOf(stores, latest, typed.content, year)) };
}

/** What an edition that was read from a file begins its next one with: the same file, and what was typed over it, by whom. */
async function fromFileOf(
  { drafts, editions }: Pick<StoresOf<typeof DRAFT_STORES>, 'drafts' | 'editions'>,
  edition: EditionRow,
  before: DraftContent,
  year: number,
): Promise<Pick<DraftResult, 'content' | 'file' | 'typists'>> {
  const { id, documentSha256: sha256, documentName: name } = edition;
  const [provenance] = await editions.provenance([id]);
  const [document] = await editions.documents(sha256 === null ? [] : [sha256]);
  const [filing] = await editions.events([id]);
  const found = await editions.findings([id]);
  if (provenance === undefined || document === undefined) throw new Error(`edition ${id} is in sight without its file`);
  const filed = { edition, provenance, findings: found.map(({ finding }) => finding) };
  const said = readingOfEdition(filed, year);
  const { mediaType, size } = document;
  const readBy = filing?.byName ?? null;
  const reading = writeReading(said);
  const file = { id: document.sha256, name: name ?? document.sha256, mediaType, sha256: document.sha256, size, reading, said };
  return {
    content: contentOfEdition(filed, said, before),
    file: { ...file, readAt: edition.receivedAt, readBy },
    typists: await drafts.typistsOf(id),
  };
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

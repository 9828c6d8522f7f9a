import { CELLS } from '@gongkai/catalogue';
import type { CellId, FormId, NarrativeSection, ReasonClass } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';
import type { ExplanationRow } from '../reports/editions.store';
import type { OwedReport } from '../reports/filer-of';
import type { NoteRow } from '../reports/note-row';

/** What was typed, checked by nobody. */
export interface DraftContent {
  readonly form: FormId;
  readonly cells: readonly { readonly cell: string; readonly text: string | null }[];
  readonly narrative: readonly { readonly section: NarrativeSection; readonly text: string }[];
  readonly explanations: readonly ExplanationRow[];
  readonly reasonClass: ReasonClass | null;
  readonly reason: string | null;
  readonly notes: readonly NoteRow[];
}

/** Who typed in a cell last. */
export interface Typist {
  readonly id: string;
  /** Their name then. */
  readonly name: string;
}

/** By cell. */
export type Typists = Readonly<Record<string, Typist>>;

/** One content somebody kept at some time. */
export interface KeptContent {
  readonly content: DraftContent;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface DraftRow extends KeptContent {
  /** Another after one was thrown away or filed, although its version may be the same. */
  readonly life: string;
  readonly version: number;
  /** The file it was read from; null where all of it was typed. */
  readonly fileId: string | null;
  readonly typists: Typists;
}

/** `version`: the one it was typed over. */
export interface DraftCopyRow extends KeptContent {
  readonly id: string;
  readonly version: number;
}

/** A draft in the bin. */
export interface ThrownDraftRow extends KeptContent {
  readonly id: string;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly typists: Typists;
  readonly thrownAt: Date;
  readonly thrownBy: string;
}

/** Who acts, and when. */
export interface DraftAct {
  readonly at: Date;
  readonly accountId: string;
  readonly accountName: string;
}

export interface NewDraft extends OwedReport {
  readonly version: number;
  readonly content: DraftContent;
  readonly fileId: string | null;
  readonly typists: Typists;
}

export interface NewCopy extends OwedReport {
  readonly version: number;
  readonly content: DraftContent;
  readonly page: string;
}

const CONTENT = 'content::json AS content, saved_at AS "savedAt", saved_by_name AS "savedBy"';

/** What was kept before there were notes has none. */
type AsKept<Row extends KeptContent> = Row & { readonly content: Omit<DraftContent, 'notes'> & Partial<Pick<DraftContent, 'notes'>> };

function withNotes<Row extends KeptContent>(row: AsKept<Row>): Row {
  return { ...row, content: { ...row.content, notes: row.content.notes ?? [] } };
}

/** Drafts and the copies beside them, which only their agency sees. */
export class DraftsStore {
  constructor(private readonly sql: Sql) {}

  async of({ agencyId, year }: OwedReport): Promise<DraftRow | null> {
    const [row] = await this.sql<AsKept<DraftRow>>(
      `SELECT id AS life, version, ${CONTENT}, file_id AS "fileId", typists::json AS typists FROM drafts WHERE agency_id = :agencyId AND year = :year`,
      { agencyId, year },
    );
    return row === undefined ? null : withNotes(row);
  }

  async copies({ agencyId, year }: OwedReport): Promise<readonly DraftCopyRow[]> {
    const rows = await this.sql<AsKept<DraftCopyRow>>(
      `SELECT id, version, ${CONTENT} FROM draft_copies WHERE agency_id = :agencyId AND year = :year ORDER BY id`,
      { agencyId, year },
    );
    return rows.map(withNotes);
  }

  /** What was thrown away in the last 30 days, latest first. */
  async thrown({ agencyId, year }: OwedReport): Promise<readonly ThrownDraftRow[]> {
    const rows = await this.sql<AsKept<ThrownDraftRow>>(
      `SELECT t.id, t.content::json AS content, t.saved_at AS "savedAt", t.saved_by_name AS "savedBy", t.file_id AS "fileId", f.name AS "fileName",
         t.typists::json AS typists, t.thrown_at AS "thrownAt", t.thrown_by_name AS "thrownBy"
       FROM thrown_drafts t LEFT JOIN draft_files f ON f.id = t.file_id
       WHERE t.agency_id = :agencyId AND t.year = :year AND t.thrown_at >= now() - interval '30 days' ORDER BY t.id DESC`,
      { agencyId, year },
    );
    return rows.map(withNotes);
  }

  /** Who typed over what the file of an edition says, as far as the caller may know them. */
  async typistsOf(editionId: string): Promise<Typists> {
    const rows = await this.sql<Typist & { readonly position: number }>(
      `SELECT t.key::int AS position, a.id, a.name
       FROM provenance p CROSS JOIN jsonb_each(p.typed) t JOIN accounts a ON a.id = (t.value ->> 'by')::bigint WHERE p.edition_id = :editionId`,
      { editionId },
    );
    const by = new Map(rows.map(({ position, id, name }) => [position, { id, name }] as const));
    const typed = CELLS.map((cell) => [cell.id, by.get(cell.position)] as const);
    return Object.fromEntries(typed.filter((entry): entry is readonly [CellId, Typist] => entry[1] !== undefined));
  }

  async keep(draft: NewDraft, act: DraftAct): Promise<void> {
    await this.sql(
      `INSERT INTO drafts (agency_id, year, version, content, file_id, typists, saved_at, saved_by, saved_by_name)
         VALUES (:agencyId, :year, :version, :content, :fileId, :typists, :at, :accountId, :accountName)
       ON CONFLICT (agency_id, year) DO UPDATE SET version = excluded.version, content = excluded.content, file_id = excluded.file_id,
         typists = excluded.typists, saved_at = excluded.saved_at, saved_by = excluded.saved_by, saved_by_name = excluded.saved_by_name`,
      { ...draft, ...act, content: JSON.stringify(draft.content), typists: JSON.stringify(draft.typists) },
    );
  }

  /** Keeps a copy beside the draft; what the same page of an account typed over the same version before gives way. */
  async setAside(copy: NewCopy, act: DraftAct): Promise<DraftCopyRow> {
    return onlyRow(
      await this.sql<DraftCopyRow>(
        `INSERT INTO draft_copies (agency_id, year, version, content, page, saved_at, saved_by, saved_by_name) 
         VALUES (:agencyId, :year, :version, :content, :page, :at, :accountId, :accountName)
         ON CONFLICT (agency_id, year, saved_by, version, page) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
         RETURNING id, version, ${CONTENT}`,
        { ...copy, ...act, content: JSON.stringify(copy.content) },
      ),
    );
  }

  /** Puts all copies beside the draft into the bin. */
  async throwCopies({ agencyId, year }: OwedReport, act: DraftAct): Promise<void> {
    await this.sql(
      `INSERT INTO thrown_drafts (agency_id, year, content, file_id, typists, saved_at, saved_by_name, thrown_at, thrown_by, thrown_by_name)
       SELECT agency_id, year, content, NULL, '{}', saved_at, saved_by_name, :at, :accountId, :accountName
       FROM draft_copies WHERE agency_id = :agencyId AND year = :year ORDER BY id`,
      { agencyId, year, ...act },
    );
    await this.sql('DELETE FROM draft_copies WHERE agency_id = :agencyId AND year = :year', { agencyId, year });
  }

  /** Puts the draft into the bin, as it is. */
  async throwAway({ agencyId, year }: OwedReport, act: DraftAct): Promise<void> {
    await this.sql(
      `INSERT INTO thrown_drafts (agency_id, year, content, file_id, typists, saved_at, saved_by_name, thrown_at, thrown_by, thrown_by_name)
       SELECT agency_id, year, content, file_id, typists, saved_at, saved_by_name, :at, :accountId, :accountName
       FROM drafts WHERE agency_id = :agencyId AND year = :year`,
      { agencyId, year, ...act },
    );
    await this.remove({ agencyId, year });
  }

  async removeThrown({ agencyId, year }: OwedReport, id: string): Promise<void> {
    await this.sql('DELETE FROM thrown_drafts WHERE agency_id = :agencyId AND year = :year AND id = :id', { agencyId, year, id });
  }

  async remove({ agencyId, year }: OwedReport): Promise<void> {
    await this.sql('DELETE FROM drafts WHERE agency_id = :agencyId AND year = :year', { agencyId, year });
  }

  async removeCopies({ agencyId, year }: OwedReport, ids: readonly string[]): Promise<void> {
    await this.sql('DELETE FROM draft_copies WHERE agency_id = :agencyId AND year = :year AND id = ANY (:ids)', { agencyId, year, ids });
  }

  /** Lets go for good of what was thrown away 30 days ago, and of files that no draft has any more. */
  async forget(): Promise<void> {
    await this.sql('SELECT forget_thrown_drafts()::text AS forgotten', {});
  }
}

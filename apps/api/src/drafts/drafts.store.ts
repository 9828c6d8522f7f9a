import type { FormId, NarrativeSection, ReasonClass } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';
import type { ExplanationRow } from '../reports/editions.store';

/** What was typed, checked by nobody. */
export interface DraftContent {
  readonly form: FormId;
  readonly cells: readonly { readonly cell: string; readonly text: string | null }[];
  readonly narrative: readonly { readonly section: NarrativeSection; readonly text: string }[];
  readonly explanations: readonly ExplanationRow[];
  readonly reasonClass: ReasonClass | null;
  readonly reason: string | null;
}

/** One content somebody kept at some time. */
export interface DraftRow {
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** `version`: the one it was typed over. */
export interface DraftCopyRow extends DraftRow {
  readonly id: string;
}

export interface NewDraft {
  readonly agencyId: string;
  readonly year: number;
  readonly version: number;
  readonly content: DraftContent;
  readonly savedAt: Date;
  readonly accountId: string;
  readonly accountName: string;
}

const CONTENT = 'version, content::json AS content, saved_at AS "savedAt", saved_by_name AS "savedBy"';

/** Drafts and the copies beside them, which only their agency sees. */
export class DraftsStore {
  constructor(private readonly sql: Sql) {}

  async of(agencyId: string, year: number): Promise<DraftRow | null> {
    const [row] = await this.sql<DraftRow>(`SELECT ${CONTENT} FROM drafts WHERE agency_id = :agencyId AND year = :year`, {
      agencyId,
      year,
    });
    return row === undefined ? null : row;
  }

  copies(agencyId: string, year: number): Promise<readonly DraftCopyRow[]> {
    return this.sql(`SELECT id, ${CONTENT} FROM draft_copies WHERE agency_id = :agencyId AND year = :year ORDER BY id`, { agencyId, year });
  }

  async keep(draft: NewDraft): Promise<void> {
    await this.sql(
      `INSERT INTO drafts (agency_id, year, version, content, saved_at, saved_by, saved_by_name) 
         VALUES (:agencyId, :year, :version, :content, :savedAt, :accountId, :accountName)
       ON CONFLICT (agency_id, year) DO UPDATE SET version = excluded.version, content = excluded.content, saved_at = excluded.saved_at,
         saved_by = excluded.saved_by, saved_by_name = excluded.saved_by_name`,
      written(draft),
    );
  }

  /** Keeps a copy beside the draft; what the same account typed over the same version before gives way. */
  async setAside(draft: NewDraft): Promise<DraftCopyRow> {
    return onlyRow(
      await this.sql<DraftCopyRow>(
        `INSERT INTO draft_copies (agency_id, year, version, content, saved_at, saved_by, saved_by_name) 
         VALUES (:agencyId, :year, :version, :content, :savedAt, :accountId, :accountName)
         ON CONFLICT (agency_id, year, saved_by, version) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
         RETURNING id, ${CONTENT}`,
        written(draft),
      ),
    );
  }

  async remove(agencyId: string, year: number): Promise<void> {
    await this.sql('DELETE FROM drafts WHERE agency_id = :agencyId AND year = :year', { agencyId, year });
  }

  async removeCopies(agencyId: string, year: number, ids: readonly string[]): Promise<void> {
    await this.sql('DELETE FROM draft_copies WHERE agency_id = :agencyId AND year = :year AND id = ANY (:ids)', { agencyId, year, ids });
  }
}

/** JSON is kept as text: what was typed may hold characters that no jsonb can. */
const written = (draft: NewDraft) => ({ ...draft, content: JSON.stringify(draft.content) });

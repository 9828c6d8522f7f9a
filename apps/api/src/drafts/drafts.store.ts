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

const CONTENT = 'version, content, saved_at AS "savedAt", saved_by_name AS "savedBy"';

/** Drafts and the copies beside them, which only their agency sees. */
export class DraftsStore {
  constructor(private readonly sql: Sql) {}

  async of(agencyId: string, year: number): Promise<DraftRow | null> {
    const [row] = await this.sql<Kept>(`SELECT ${CONTENT} FROM drafts WHERE agency_id = $1 AND year = $2`, [agencyId, year]);
    return row === undefined ? null : read(row);
  }

  async copies(agencyId: string, year: number): Promise<readonly DraftCopyRow[]> {
    const rows = await this.sql<Kept & { readonly id: string }>(
      `SELECT id, ${CONTENT} FROM draft_copies WHERE agency_id = $1 AND year = $2 ORDER BY id`,
      [agencyId, year],
    );
    return rows.map((row) => ({ ...read(row), id: row.id }));
  }

  async keep(draft: NewDraft): Promise<void> {
    await this.sql(
      `INSERT INTO drafts (agency_id, year, version, content, saved_at, saved_by, saved_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (agency_id, year) DO UPDATE SET version = excluded.version, content = excluded.content, saved_at = excluded.saved_at,
         saved_by = excluded.saved_by, saved_by_name = excluded.saved_by_name`,
      valuesOf(draft),
    );
  }

  /** Keeps a copy beside the draft; what the same account typed over the same version before gives way. */
  async setAside(draft: NewDraft): Promise<DraftCopyRow> {
    const row = onlyRow(
      await this.sql<Kept & { readonly id: string }>(
        `INSERT INTO draft_copies (agency_id, year, version, content, saved_at, saved_by, saved_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (agency_id, year, saved_by, version) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
         RETURNING id, ${CONTENT}`,
        valuesOf(draft),
      ),
    );
    return { ...read(row), id: row.id };
  }

  async remove(agencyId: string, year: number): Promise<void> {
    await this.sql('DELETE FROM drafts WHERE agency_id = $1 AND year = $2', [agencyId, year]);
  }

  async removeCopies(agencyId: string, year: number, ids: readonly string[]): Promise<void> {
    await this.sql('DELETE FROM draft_copies WHERE agency_id = $1 AND year = $2 AND id = ANY ($3)', [agencyId, year, ids]);
  }
}

type Kept = Omit<DraftRow, 'content'> & { readonly content: string };

function read({ version, content, savedAt, savedBy }: Kept): DraftRow {
  return { version, content: JSON.parse(content) as DraftContent, savedAt, savedBy };
}

function valuesOf({ agencyId, year, version, content, savedAt, accountId, accountName }: NewDraft): readonly unknown[] {
  return [agencyId, year, version, JSON.stringify(content), savedAt, accountId, accountName];
}

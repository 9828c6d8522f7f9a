import { type Sql, onlyRow } from '../database/sql';
import type { OwedReport } from '../reports/filer-of';
import type { DraftAct } from './drafts.store';

/** A file that a draft was read from, without its bytes. */
export interface DraftFileRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** As `writeReading` writes it. */
  readonly reading: string;
  readonly readAt: Date;
  /** Null to those who may not know the person. */
  readonly readBy: string | null;
}

export interface NewDraftFile extends OwedReport {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
  readonly reading: string;
}

/** Files of drafts, which only their agency sees. */
export class DraftFilesStore {
  constructor(private readonly sql: Sql) {}

  async file(id: string): Promise<DraftFileRow | null> {
    const [row] = await this.sql<DraftFileRow>(
      `SELECT id, name, media_type AS "mediaType", sha256, octet_length(content) AS size, reading, read_at AS "readAt", read_by_name AS "readBy"
       FROM draft_files WHERE id = :id`,
      { id },
    );
    return row === undefined ? null : row;
  }

  /** The bytes as received. */
  async content(id: string): Promise<Buffer> {
    const { content } = onlyRow(await this.sql<{ content: Buffer }>('SELECT content FROM draft_files WHERE id = :id', { id }));
    return content;
  }

  async keep(file: NewDraftFile, act: DraftAct): Promise<string> {
    const { id } = onlyRow(
      await this.sql<{ id: string }>(
        `INSERT INTO draft_files (agency_id, year, name, media_type, sha256, content, reading, read_at, read_by, read_by_name)
         VALUES (:agencyId, :year, :name, :mediaType, :sha256, :content, :reading, :at, :accountId, :accountName) RETURNING id`,
        { ...file, ...act },
      ),
    );
    return id;
  }
}

import type { RefusalCode } from '@gongkai/contract';
import type { AgencyKind, RegionLevel, Words } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';
import type { RegisteredName } from '../organisations/agency-name';
import type { PageBounds } from '../requests/page';
import type { PublicationSource } from '../reports/editions.store';

export type ImportState = 'waiting' | 'running' | 'ended';
export type ImportResult = 'kept' | 'doubtful' | 'refused';

export interface NewJob {
  readonly regionId: string;
  /** For reports that print none. */
  readonly year: number | null;
  readonly source: PublicationSource;
  readonly startedBy: string;
  readonly startedAt: Date;
}

export interface JobRow extends NewJob {
  readonly id: string;
  readonly state: ImportState;
  readonly starterName: string;
  readonly endedAt: Date | null;
  readonly kept: number;
  readonly doubtful: number;
  readonly refused: number;
  /** Null until the uploads are unpacked. */
  readonly total: number | null;
}

/** A file without an outcome, or a doubtful one. */
export interface OpenFile {
  readonly ordinal: number;
  readonly name: string;
}

export interface Outcome {
  readonly result: ImportResult;
  readonly editionId: string | null;
  readonly repeated: boolean;
  readonly agencyId: string | null;
  readonly year: number | null;
  readonly printedName: string | null;
  /** The most alike first. */
  readonly candidates: readonly string[];
  readonly code: RefusalCode | null;
  readonly message: Words | null;
}

export interface OutcomeRow extends Outcome, OpenFile {
  readonly total: number;
}

export interface NewFile extends OpenFile {
  readonly sha256: string | null;
  /** Null for a file that is refused before it is read. */
  readonly content: Uint8Array | null;
  readonly refusal: { readonly code: string; readonly message: Words } | null;
}

/** An agency as it was on the last day of a year. */
export interface AgencyThen {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly regionId: string;
  readonly regionPath: readonly string[];
  readonly regionLevel: RegionLevel;
}

const JOB = `
  SELECT j.id, j.region_id AS "regionId", j.year, json_build_object('url', j.source_url, 'citation', j.source_citation, 'publishedOn', j.published_on) AS source,
    j.state, j.started_by AS "startedBy", a.name AS "starterName", j.started_at AS "startedAt", j.ended_at AS "endedAt", f.kept, f.doubtful, f.refused,
    CASE WHEN j.state <> 'waiting' THEN f.total END AS total, (count(*) OVER ())::int AS jobs
  FROM import_jobs j JOIN accounts a ON a.id = j.started_by
  CROSS JOIN LATERAL (SELECT count(*)::int AS total, (count(*) FILTER (WHERE result = 'kept'))::int AS kept,
    (count(*) FILTER (WHERE result = 'doubtful'))::int AS doubtful, (count(*) FILTER (WHERE result = 'refused'))::int AS refused
    FROM import_files WHERE job_id = j.id) f`;
const OUTCOME = `ordinal, name, result, edition_id AS "editionId", repeated, agency_id AS "agencyId", year, printed_name AS "printedName", candidates, code, message`;

const LEASE = 'import:';

/** The name under which a program has an import in hand. */
export function leaseOf(jobId: string): string {
  return `${LEASE}${jobId}`;
}

/** Imports, their files and what became of each; and the organisations as an import has to know them. */
export class ImportsStore {
  constructor(private readonly sql: Sql) {}

  async start(job: NewJob): Promise<string> {
    const { id } = onlyRow(
      await this.sql<{ id: string }>(
        `INSERT INTO import_jobs (region_id, year, source_url, source_citation, published_on, started_by, started_at)
         VALUES (:regionId, :year, :url, :citation, :publishedOn, :startedBy, :startedAt) RETURNING id`,
        {
          regionId: job.regionId,
          year: job.year,
          url: job.source.url,
          citation: job.source.citation,
          publishedOn: job.source.publishedOn,
          startedBy: job.startedBy,
          startedAt: job.startedAt,
        },
      ),
    );
    return id;
  }

  async addUpload(jobId: string, ordinal: number, upload: { readonly name: string; readonly content: Uint8Array }): Promise<void> {
    await this.sql('INSERT INTO import_uploads (job_id, ordinal, name, content) VALUES (:jobId, :ordinal, :name, :content)', {
      jobId,
      ordinal,
      name: upload.name,
      content: upload.content,
    });
  }

  async job(id: string): Promise<JobRow | null> {
    const [row] = await this.sql<JobRow>(`${JOB} WHERE j.id = :id`, { id });
    return row === undefined ? null : row;
  }

  jobs({ limit, offset }: PageBounds): Promise<readonly (JobRow & { readonly jobs: number })[]> {
    return this.sql(`${JOB} ORDER BY j.id DESC LIMIT :limit OFFSET :offset`, { limit, offset });
  }

  /** Imports that have not ended, no program has in hand, and an account may go on with. */
  async leftAlone(): Promise<readonly string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT j.id FROM import_jobs j JOIN accounts a ON a.id = j.started_by AND NOT a.disabled
       WHERE j.state <> 'ended' AND NOT EXISTS (SELECT FROM leases l WHERE l.name = '${LEASE}' || j.id AND l.held_until > clock_timestamp())
       ORDER BY j.id`,
    );
    return rows.map(({ id }) => id);
  }

  uploads(jobId: string): Promise<readonly { readonly name: string; readonly content: Buffer }[]> {
    return this.sql('SELECT name, content FROM import_uploads WHERE job_id = :jobId ORDER BY ordinal', { jobId });
  }

  /** Takes the state for the one that asks first; false for everybody after. */
  async leave(jobId: string, state: Exclude<ImportState, 'ended'>, next: ImportState, at: Date): Promise<boolean> {
    const moved = await this.sql(
      `UPDATE import_jobs SET state = :next, ended_at = CASE WHEN :next = 'ended' THEN :at::timestamptz END WHERE id = :jobId AND state = :state RETURNING id`,
      { jobId, state, next, at },
    );
    return moved.length > 0;
  }

  async addFile(jobId: string, file: NewFile): Promise<void> {
    await this.sql(
      `INSERT INTO import_files (job_id, ordinal, name, sha256, content, result, code, message)
       VALUES (:jobId, :ordinal, :name, :sha256, :content, CASE WHEN :code::text IS NOT NULL THEN 'refused' END, :code, :message)`,
      {
        jobId,
        ordinal: file.ordinal,
        name: file.name,
        sha256: file.sha256,
        content: file.content,
        code: file.refusal === null ? null : file.refusal.code,
        message: file.refusal === null ? null : JSON.stringify(file.refusal.message),
      },
    );
  }

  async dropUploads(jobId: string): Promise<void> {
    await this.sql('DELETE FROM import_uploads WHERE job_id = :jobId', { jobId });
  }

  /** In their order. */
  open(jobId: string, limit: number): Promise<readonly OpenFile[]> {
    return this.sql('SELECT ordinal, name FROM import_files WHERE job_id = :jobId AND result IS NULL ORDER BY ordinal LIMIT :limit', {
      jobId,
      limit,
    });
  }

  async content(jobId: string, ordinal: number): Promise<Buffer | null> {
    const [row] = await this.sql<{ content: Buffer | null }>(
      'SELECT content FROM import_files WHERE job_id = :jobId AND ordinal = :ordinal',
      { jobId, ordinal },
    );
    return row === undefined ? null : row.content;
  }

  /** Holds a file that stands where the caller thinks it does until the transaction ends; false where somebody else was there first. */
  async hold(jobId: string, ordinal: number, result: 'doubtful' | null): Promise<boolean> {
    const held = await this.sql(
      'SELECT FROM import_files WHERE job_id = :jobId AND ordinal = :ordinal AND result IS NOT DISTINCT FROM :result FOR UPDATE',
      { jobId, ordinal, result },
    );
    return held.length > 0;
  }

  /** Writes the outcome; the bytes stay with a doubtful file only. */
  async settle(jobId: string, ordinal: number, outcome: Outcome): Promise<void> {
    await this.sql(
      `UPDATE import_files SET result = :result, edition_id = :editionId, repeated = :repeated, agency_id = :agencyId, year = :year, printed_name = :printedName, candidates = :candidates, code = :code,
         message = :message, content = CASE WHEN :result = 'doubtful' THEN content END
       WHERE job_id = :jobId AND ordinal = :ordinal`,
      {
        jobId,
        ordinal,
        result: outcome.result,
        editionId: outcome.editionId,
        repeated: outcome.repeated,
        agencyId: outcome.agencyId,
        year: outcome.year,
        printedName: outcome.printedName,
        candidates: outcome.candidates,
        code: outcome.code,
        message: outcome.message === null ? null : JSON.stringify(outcome.message),
      },
    );
  }

  /** Whether an earlier file of the import brought the report of this agency and year. */
  async broughtBefore(jobId: string, ordinal: number, agencyId: string, year: number): Promise<boolean> {
    const before = await this.sql(
      `SELECT FROM import_files WHERE job_id = :jobId AND ordinal <> :ordinal AND agency_id = :agencyId AND year = :year AND result = 'kept' LIMIT 1`,
      { jobId, ordinal, agencyId, year },
    );
    return before.length > 0;
  }

  outcomes(jobId: string, results: readonly ImportResult[] | null, page: PageBounds): Promise<readonly OutcomeRow[]> {
    return this.sql(
      `SELECT ${OUTCOME}, (count(*) OVER ())::int AS total FROM import_files
       WHERE job_id = :jobId AND result IS NOT NULL AND (:results::text[] IS NULL OR result = ANY (:results)) ORDER BY ordinal LIMIT :limit OFFSET :offset`,
      { jobId, results, limit: page.limit, offset: page.offset },
    );
  }

  async outcome(jobId: string, ordinal: number): Promise<OutcomeRow | null> {
    const [row] = await this.sql<OutcomeRow>(
      `SELECT ${OUTCOME}, 1 AS total FROM import_files WHERE job_id = :jobId AND ordinal = :ordinal AND result IS NOT NULL`,
      { jobId, ordinal },
    );
    return row === undefined ? null : row;
  }

  /** Null where there was no such agency on 31 December of the year. */
  async agencyIn(agencyId: string, year: number): Promise<AgencyThen | null> {
    const [row] = await this.sql<AgencyThen>(
      `SELECT v.agency_id AS "agencyId", v.name AS "agencyName", v.kind AS "agencyKind", v.region_id AS "regionId",
         region_path(v.region_id, make_date(:year, 12, 31)) AS "regionPath", r.level AS "regionLevel"
       FROM agency_versions v JOIN region_versions r ON r.region_id = v.region_id AND daterange(r.valid_from, r.valid_to) @> make_date(:year, 12, 31)
       WHERE v.agency_id = :agencyId AND daterange(v.valid_from, v.valid_to) @> make_date(:year, 12, 31)`,
      { agencyId, year },
    );
    return row === undefined ? null : row;
  }

  /** Every name and alias, of any time, of the agencies that a region and those below it had on 31 December of the year. */
  namesIn(regionId: string, year: number): Promise<readonly RegisteredName[]> {
    return this.sql(
      `WITH below AS (
         SELECT region_id, region_names(path, make_date(:year, 12, 31)) AS names
         FROM region_versions CROSS JOIN LATERAL region_path(region_id, make_date(:year, 12, 31)) path
         WHERE daterange(valid_from, valid_to) @> make_date(:year, 12, 31) AND :regionId = ANY (path)
       ), there AS (
         SELECT agency_id, kind, names FROM agency_versions JOIN below USING (region_id) WHERE daterange(valid_from, valid_to) @> make_date(:year, 12, 31)
       )
       SELECT agency_id AS "agencyId", v.name, there.kind, names AS regions FROM agency_versions v JOIN there USING (agency_id)
       UNION SELECT agency_id, alias, kind, names FROM agency_aliases JOIN there USING (agency_id) ORDER BY 1, 2`,
      { regionId, year },
    );
  }
}

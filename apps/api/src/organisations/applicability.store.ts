import type { Sql } from '../database/sql';

/** A row of section two and whether it applies to an agency, from a report year on. The latest statement for a year stands. */
export interface ApplicabilityRow {
  readonly agencyId: string;
  readonly row: string;
  readonly applies: boolean;
  readonly fromYear: number;
  readonly basis: string;
}

export interface NewApplicability extends ApplicabilityRow {
  readonly statedBy: string | null;
  readonly recordedAt: Date;
}

/** What cannot apply to an agency: stated, restated, never deleted. */
export class ApplicabilityStore {
  constructor(private readonly sql: Sql) {}

  /** Every statement about these agencies, the one that stands for a year coming last among those from that year or before. */
  ofAgencies(agencyIds: readonly string[]): Promise<readonly ApplicabilityRow[]> {
    return this.sql(
      `SELECT agency_id AS "agencyId", row_code AS row, applies, from_year AS "fromYear", basis FROM applicability_statements
       WHERE agency_id = ANY (:agencyIds) ORDER BY agency_id, from_year, id`,
      { agencyIds },
    );
  }

  async state(statement: NewApplicability): Promise<void> {
    const { agencyId, row, applies, fromYear, basis, statedBy, recordedAt } = statement;
    await this.sql(
      `INSERT INTO applicability_statements (agency_id, row_code, applies, from_year, basis, stated_by, recorded_at)
       VALUES (:agencyId, :row, :applies, :fromYear, :basis, :statedBy, :recordedAt)`,
      { agencyId, row, applies, fromYear, basis, statedBy, recordedAt },
    );
  }
}

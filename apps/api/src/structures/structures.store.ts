import type { AgencyToday, Edge, ReportedRow, VersionChange } from '@gongkai/indicators';
import { SUMMED_KINDS } from '@gongkai/model';
import type { Sql } from '../database/sql';

export interface ReportedQuery {
  readonly agencyIds: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly state: 'published' | 'accepted';
  readonly positions: readonly number[];
  /** Only the kinds that enter a region's sum, and only who owes. */
  readonly summed: boolean;
}

/** What the views of organisations in time are made of. */
export class StructuresStore {
  constructor(private readonly sql: Sql) {}

  /** Every succession there is; there are as many as reforms. */
  edges(): Promise<readonly Edge[]> {
    return this.sql(
      `SELECT predecessor_id AS "predecessorId", successor_id AS "successorId", kind, happened_on::text AS on, basis
       FROM agency_successions ORDER BY happened_on, id`,
    );
  }

  agencies(ids: readonly string[]): Promise<readonly AgencyToday[]> {
    return this.sql(
      `SELECT agency_id AS id, name, valid_to::text AS "validTo", region_path(region_id, current_date) AS "regionPath"
       FROM current_agencies WHERE agency_id = ANY (:ids)`,
      { ids },
    );
  }

  /** Agencies that are in the region today or were there last, and those that reported from there in these years. */
  async agenciesIn(regionId: string, years: { readonly from: number; readonly to: number }): Promise<readonly string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT agency_id AS id FROM current_agencies c JOIN (
         SELECT region_id FROM (SELECT DISTINCT region_id FROM current_agencies) every WHERE :regionId::bigint = ANY (region_path(region_id, current_date))
       ) inside USING (region_id)
       UNION SELECT agency_id FROM reports WHERE region_path @> ARRAY[:regionId::bigint] AND year BETWEEN :from AND :to`,
      { regionId, from: years.from, to: years.to },
    );
    return rows.map(({ id }) => id);
  }

  reported(query: ReportedQuery): Promise<readonly ReportedRow[]> {
    return this.sql(
      `SELECT r.agency_id AS "agencyId", r.year, r.region_path AS "regionPath", r.obliged OR s.report_id IS NOT NULL AS expected,
         (r.obliged AND s.late) IS TRUE AS late, e.s2_form AS "s2Form", e.s3_form AS "s3Form", e.s4_form AS "s4Form",
         ARRAY(SELECT s.numerators[p]::text FROM unnest(:positions::int[]) WITH ORDINALITY AS w(p, i) ORDER BY i) AS numerators,
         ARRAY(SELECT s.denominators[p]::text FROM unnest(:positions::int[]) WITH ORDINALITY AS w(p, i) ORDER BY i) AS denominators
       FROM reports r LEFT JOIN standings s ON s.report_id = r.id AND s.state = :state LEFT JOIN editions e ON e.id = s.edition_id
       WHERE r.agency_id = ANY (:agencyIds) AND r.year BETWEEN :from AND :to AND (NOT :summed OR r.obliged AND r.agency_kind = ANY (:kinds::text[]))
       ORDER BY r.year, r.agency_id`,
      {
        agencyIds: query.agencyIds,
        from: query.from,
        to: query.to,
        state: query.state,
        summed: query.summed,
        positions: query.positions,
        kinds: SUMMED_KINDS,
      },
    );
  }

  /** Renames and moves of agencies that kept their identity. */
  versionChanges(agencyIds: readonly string[]): Promise<readonly VersionChange[]> {
    return this.sql(
      `SELECT v.agency_id AS "agencyId", a.kind, v.valid_from::text AS on, a.basis,
         CASE WHEN a.kind = 'rename' THEN was.name WHEN was.region_id = v.region_id THEN was.system ELSE before.name END AS before,
         CASE WHEN a.kind = 'rename' THEN v.name WHEN was.region_id = v.region_id THEN v.system ELSE after.name END AS after
       FROM agency_versions v JOIN reorganisations a ON a.id = v.begun_by AND a.kind IN ('rename', 'move')
       JOIN agency_versions was ON was.agency_id = v.agency_id AND was.valid_to = v.valid_from
       JOIN current_regions before ON before.region_id = was.region_id JOIN current_regions after ON after.region_id = v.region_id
       WHERE v.agency_id = ANY (:agencyIds) ORDER BY v.valid_from`,
      { agencyIds },
    );
  }
}

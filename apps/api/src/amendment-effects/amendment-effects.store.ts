import type { EditionParts } from '@gongkai/indicators';
import type { EditionContent } from '../reports/editions.store';
import type { Sql } from '../database/sql';
import { onlyRow } from '../database/sql';

/** What editions make of the indicators, kept or not, and where they are added up. */
export class AmendmentEffectsStore {
  constructor(private readonly sql: Sql) {}

  /** Of the published edition of a report; null where there is none. */
  async published(reportId: string): Promise<EditionParts | null> {
    const [row] = await this.sql<EditionParts>(
      `SELECT e.s2_form AS "s2Form", e.s3_form AS "s3Form", e.s4_form AS "s4Form", s.numerators::text[] AS numerators, s.denominators::text[] AS denominators
       FROM standings s JOIN editions e ON e.id = s.edition_id WHERE s.report_id = :reportId AND s.state = 'published'`,
      { reportId },
    );
    return row === undefined ? null : row;
  }

  /** Of what is kept nowhere yet. */
  async partsOf({ figures, s2Form, s3Form, s4Form }: EditionContent): Promise<EditionParts> {
    const parts = await this.sql<Pick<EditionParts, 'numerators' | 'denominators'>>(
      `SELECT numerators::text[] AS numerators, denominators::text[] AS denominators
       FROM indicator_parts(:figures::bigint[], :s2Form::text, :s3Form::text, :s4Form::text)`,
      { figures: figures.map((figure) => (figure === null ? null : figure.toString())), s2Form, s3Form, s4Form },
    );
    return { s2Form, s3Form, s4Form, ...onlyRow(parts) };
  }

  /** The regions whose sums the report is part of, the nearest first. */
  async regions(reportId: string): Promise<readonly string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT above.region_id AS id FROM reports r CROSS JOIN LATERAL with_those_above(r.region_path) above
       WHERE r.id = :reportId AND r.obliged ORDER BY above.depth DESC`,
      { reportId },
    );
    return rows.map(({ id }) => id);
  }
}

import type { Twin } from '@gongkai/rules';
import type { Sql } from '../database/sql';
import type { SectionText } from './section-texts';

/** A section of an edition that stands in another agency's report of the year too. */
export interface TwinRow extends Twin {
  readonly editionId: string;
}

/** Of what stands: sent, accepted or published. */
const STANDS = `JOIN standings s ON s.edition_id = o.edition_id AND s.edition_state IN ('submitted', 'accepted', 'published') JOIN reports r ON r.id = s.report_id`;

/** Hashes of sections, by which the same text of several agencies is found. Of the others a caller learns no more than of their editions. */
export class SectionTextsStore {
  constructor(private readonly sql: Sql) {}

  /** Before the first event of the edition. */
  async keep(editionId: string, year: number, texts: readonly SectionText[]): Promise<void> {
    await this.sql(
      `INSERT INTO section_texts (edition_id, year, section, sha256) SELECT :editionId, :year, section, sha256 FROM unnest(:sections::text[], :hashes::text[]) AS t(section, sha256)`,
      { editionId, year, sections: texts.map(({ section }) => section), hashes: texts.map(({ sha256 }) => sha256) },
    );
  }

  /** The agencies whose reports of the year hold one of these texts, among those the caller may see. */
  same(agencyId: string, year: number, texts: readonly SectionText[]): Promise<readonly Twin[]> {
    return this.sql(
      `SELECT DISTINCT o.section, r.agency_name AS agency
       FROM unnest(:sections::text[], :hashes::text[]) AS t(section, sha256)
       JOIN section_texts o ON o.sha256 = t.sha256 AND o.year = :year AND o.section = t.section ${STANDS} WHERE r.agency_id <> :agencyId`,
      { agencyId, year, sections: texts.map(({ section }) => section), hashes: texts.map(({ sha256 }) => sha256) },
    );
  }

  /** Each text is looked up once, however many of the editions have it. */
  ofEditions(editionIds: readonly string[]): Promise<readonly TwinRow[]> {
    return this.sql(
      `WITH own AS (
         SELECT t.edition_id, t.section, t.year, t.sha256, e.report_id FROM section_texts t JOIN editions e ON e.id = t.edition_id WHERE t.edition_id = ANY (:editionIds)
       ), texts AS MATERIALIZED (SELECT DISTINCT section, year, sha256 FROM own),
       alike AS MATERIALIZED (
         SELECT o.section, o.year, o.sha256, r.id AS report_id, r.agency_name FROM texts
         JOIN section_texts o ON o.sha256 = texts.sha256 AND o.year = texts.year AND o.section = texts.section ${STANDS}
       )
       SELECT DISTINCT own.edition_id AS "editionId", own.section, alike.agency_name AS agency
       FROM own JOIN alike USING (section, year, sha256) WHERE alike.report_id <> own.report_id`,
      { editionIds },
    );
  }
}

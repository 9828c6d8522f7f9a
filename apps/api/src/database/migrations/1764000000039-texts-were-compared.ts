import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the text of a section is once names and numbers are gone, as a hash: two agencies that sent the same one in a year are found by it. */
export class TextsWereCompared1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE section_texts (
        edition_id bigint NOT NULL REFERENCES editions,
        section text NOT NULL CHECK (section IN ('s1', 's5')),
        year int NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        PRIMARY KEY (edition_id, section)
      );
      CREATE INDEX section_texts_by_text ON section_texts (sha256, year);
      ALTER TABLE section_texts ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON section_texts TO gongkai_app;
      CREATE POLICY seen_with_edition ON section_texts FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));
      CREATE POLICY kept_with_edition ON section_texts FOR INSERT TO gongkai_app
        WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id
            AND (e.origin = 'filed' AND files_for(e.report_id) OR e.origin = 'imported' AND imports_for(e.report_id)))
          AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = section_texts.edition_id));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

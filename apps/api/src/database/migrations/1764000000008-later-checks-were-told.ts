import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the rules across years say of an edition once the edition before it was amended, and whom it was told. */
export class LaterChecksWereTold1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The edition of the year before that stood when this one was filed: what its rules across years were held against.
      ALTER TABLE editions ADD COLUMN last_year_id bigint REFERENCES editions;

      CREATE TABLE rechecks (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        edition_id bigint NOT NULL REFERENCES editions,
        against_edition_id bigint NOT NULL REFERENCES editions,
        checked_at timestamptz NOT NULL,
        findings jsonb NOT NULL,
        resolved jsonb NOT NULL,
        UNIQUE (edition_id, against_edition_id)
      );
      CREATE TABLE notices (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id bigint NOT NULL REFERENCES agencies,
        recheck_id bigint NOT NULL REFERENCES rechecks,
        at timestamptz NOT NULL,
        UNIQUE (agency_id, recheck_id)
      );
      CREATE INDEX notices_by_agency ON notices (agency_id, id);

      ALTER TABLE rechecks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON rechecks, notices TO gongkai_app;
      CREATE POLICY seen_with_both_editions ON rechecks FOR SELECT TO gongkai_app
        USING (may_see_edition(edition_id) AND may_see_edition(against_edition_id));
      CREATE POLICY the_platform_rechecks ON rechecks FOR INSERT TO gongkai_app WITH CHECK (caller_is('system'));
      CREATE POLICY told_to_agency ON notices FOR SELECT TO gongkai_app
        USING (caller_is('agency') AND agency_id = caller_agency() OR oversees_agency(agency_id));
      CREATE POLICY the_platform_tells ON notices FOR INSERT TO gongkai_app WITH CHECK (caller_is('system'));
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;
    `);
    for (const table of ['rechecks', 'notices']) {
      await runner.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of section two that cannot apply to an agency, e.g. 规章 of a body without rule-making power: said from a year on, never unsaid by deletion. */
export class SomeRowsCannotApply1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION oversees_agency(agency bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT caller_is('system', 'administrator') OR EXISTS (
          SELECT FROM current_agencies a WHERE a.agency_id = agency
            AND caller_is('supervisor') AND caller_region() = ANY (region_path(a.region_id, current_date)))
      $$;

      CREATE TABLE applicability_statements (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id bigint NOT NULL REFERENCES agencies,
        row_code text NOT NULL CHECK (row_code ~ '^[a-z][a-z0-9_]*$'),
        applies boolean NOT NULL,
        from_year int NOT NULL CHECK (from_year BETWEEN 2008 AND 2200),
        basis text NOT NULL CHECK (basis <> ''),
        stated_by bigint REFERENCES accounts,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX applicability_by_agency ON applicability_statements (agency_id);
      CREATE TRIGGER applicability_statements_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON applicability_statements
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE applicability_statements ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON applicability_statements TO gongkai_app;
      CREATE POLICY everybody_reads ON applicability_statements FOR SELECT TO gongkai_app USING (true);
      CREATE POLICY overseer_states ON applicability_statements FOR INSERT TO gongkai_app
        WITH CHECK (oversees_agency(agency_id) AND stated_by IS NOT DISTINCT FROM caller_account());
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

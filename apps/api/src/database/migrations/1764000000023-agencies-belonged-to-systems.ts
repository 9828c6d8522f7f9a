import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 系统: education, public security and so on, across all regions. It belongs to a version of an agency and, like its kind, to each obligation as
 * of 31 December of the year. It is filled in once; another one is another version.
 */
export class AgenciesBelongedToSystems1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agency_versions ADD COLUMN system text CHECK (btrim(system) <> '');
      ALTER TABLE reports ADD COLUMN system text CHECK (btrim(system) <> '');
      CREATE INDEX reports_by_system ON reports (system, year) WHERE system IS NOT NULL;
      CREATE OR REPLACE VIEW current_agencies WITH (security_invoker = true) AS
        SELECT DISTINCT ON (agency_id) * FROM agency_versions ORDER BY agency_id, valid_from DESC;

      CREATE OR REPLACE FUNCTION refuse_other_obligation() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE act text[] := '{region_id,region_path,agency_kind,agency_name,obliged,system}';
      BEGIN
        IF OLD.system IS NULL AND to_jsonb(NEW) - 'system' = to_jsonb(OLD) - 'system' THEN RETURN NEW; END IF;
        IF to_jsonb(NEW) - act IS DISTINCT FROM to_jsonb(OLD) - act OR report_is_accepted(OLD.id) THEN
          RAISE EXCEPTION 'the obligation % stands as it was counted', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE FUNCTION refuse_other_version() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE ending text[] := '{valid_to,ended_by}';
      BEGIN
        IF OLD.valid_to IS NULL AND to_jsonb(NEW) - ending = to_jsonb(OLD) - ending THEN RETURN NEW; END IF;
        IF OLD.system IS NULL AND to_jsonb(NEW) - 'system' = to_jsonb(OLD) - 'system' THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a version of an agency is ended once and never changed' USING ERRCODE = 'restrict_violation';
      END $$;

      GRANT UPDATE (system) ON agency_versions, reports TO gongkai_app;
      CREATE POLICY registrar_classifies ON agency_versions FOR UPDATE TO gongkai_app
        USING (caller_is('administrator') AND system IS NULL) WITH CHECK (caller_is('administrator') AND system IS NOT NULL);
      CREATE POLICY registrar_classifies ON reports FOR UPDATE TO gongkai_app
        USING (caller_is('administrator') AND system IS NULL) WITH CHECK (caller_is('administrator') AND system IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

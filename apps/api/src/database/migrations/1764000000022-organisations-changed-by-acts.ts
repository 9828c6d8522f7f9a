import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies are founded, renamed, moved, merged, split and abolished by acts with a day and a basis. An act ends versions and begins others;
 * what was filed and counted before it stays as it is.
 */
export class OrganisationsChangedByActs1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACTS);
    await runner.query(GUARDS);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const ACTS = `
  CREATE TABLE reorganisations (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('found', 'rename', 'move', 'merge', 'split', 'abolish')),
    happened_on date NOT NULL,
    basis text NOT NULL CHECK (btrim(basis) <> ''),
    recorded_by bigint NOT NULL REFERENCES accounts,
    recorded_at timestamptz NOT NULL
  );
  ALTER TABLE agency_versions ADD COLUMN begun_by bigint REFERENCES reorganisations, ADD COLUMN ended_by bigint REFERENCES reorganisations;
  ALTER TABLE agency_successions ADD COLUMN reorganisation_id bigint REFERENCES reorganisations;
  CREATE INDEX agency_successions_by_successor ON agency_successions (successor_id);
  CREATE INDEX agency_successions_by_predecessor ON agency_successions (predecessor_id);

  -- What became of an obligation for a year at whose end its agency no longer existed.
  CREATE TABLE obligation_decisions (
    report_id bigint PRIMARY KEY REFERENCES reports,
    reorganisation_id bigint NOT NULL REFERENCES reorganisations,
    decision text NOT NULL CHECK (decision IN ('stay', 'release', 'hand_over'))
  );
`;

const GUARDS = `
  CREATE FUNCTION report_is_accepted(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM standings s WHERE s.report_id = report AND s.state = 'accepted')
  $$;

  -- An obligation stands as it was counted: only before anything is accepted may an act release it, or place it where its agency ends the year.
  CREATE FUNCTION refuse_other_obligation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (to_jsonb(NEW) - '{region_id,region_path,agency_kind,agency_name,obliged}'::text[])
      IS DISTINCT FROM (to_jsonb(OLD) - '{region_id,region_path,agency_kind,agency_name,obliged}'::text[]) OR report_is_accepted(OLD.id) THEN
      RAISE EXCEPTION 'the obligation % stands as it was counted', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER reports_stand BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_other_obligation();

  -- A version ends once; nothing else about it changes.
  CREATE FUNCTION refuse_other_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.valid_to IS NULL AND (to_jsonb(NEW) - '{valid_to,ended_by}'::text[]) = (to_jsonb(OLD) - '{valid_to,ended_by}'::text[]) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a version of an agency is ended once and never changed' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER agency_versions_stay BEFORE UPDATE ON agency_versions FOR EACH ROW EXECUTE FUNCTION refuse_other_version();

  -- All who follow an agency, however many acts later.
  CREATE FUNCTION followers_of(agency bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE later(id) AS (
      SELECT successor_id FROM agency_successions WHERE predecessor_id = agency AND successor_id IS NOT NULL
      UNION
      SELECT s.successor_id FROM later JOIN agency_successions s ON s.predecessor_id = later.id WHERE s.successor_id IS NOT NULL
    ) SELECT id FROM later
  $$;
  CREATE FUNCTION refuse_succession_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.successor_id IS NOT NULL AND NEW.predecessor_id IN (SELECT followers_of(NEW.successor_id)) THEN
      RAISE EXCEPTION 'an agency cannot follow itself' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER agency_successions_lead_on BEFORE INSERT ON agency_successions FOR EACH ROW EXECUTE FUNCTION refuse_succession_cycle();
`;

const RIGHTS = `
  ALTER TABLE reorganisations ENABLE ROW LEVEL SECURITY;
  ALTER TABLE obligation_decisions ENABLE ROW LEVEL SECURITY;
  GRANT SELECT (id, kind, happened_on, basis, recorded_at), INSERT ON reorganisations TO gongkai_app;
  GRANT SELECT, INSERT ON obligation_decisions TO gongkai_app;
  GRANT UPDATE (valid_to, ended_by) ON agency_versions TO gongkai_app;
  GRANT UPDATE (region_id, region_path, agency_kind, agency_name, obliged) ON reports TO gongkai_app;
  CREATE POLICY everybody_reads ON reorganisations FOR SELECT TO gongkai_app USING (true);
  CREATE POLICY everybody_reads ON obligation_decisions FOR SELECT TO gongkai_app USING (true);
  CREATE POLICY registrar_acts ON reorganisations FOR INSERT TO gongkai_app
    WITH CHECK (caller_is('administrator') AND recorded_by = caller_account());
  CREATE POLICY registrar_decides ON obligation_decisions FOR INSERT TO gongkai_app WITH CHECK (caller_is('administrator'));
  CREATE POLICY registrar_ends ON agency_versions FOR UPDATE TO gongkai_app
    USING (caller_is('administrator') AND valid_to IS NULL) WITH CHECK (caller_is('administrator') AND ended_by IS NOT NULL);
  CREATE POLICY registrar_restates ON reports FOR UPDATE TO gongkai_app
    USING (caller_is('administrator') AND NOT report_is_accepted(id)) WITH CHECK (caller_is('administrator'));
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;

  CREATE TRIGGER reorganisations_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON reorganisations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER obligation_decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON obligation_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER reorganisations_are_audited AFTER INSERT OR UPDATE OR DELETE ON reorganisations FOR EACH ROW EXECUTE FUNCTION audit_row();
  CREATE TRIGGER obligation_decisions_are_audited AFTER INSERT OR UPDATE OR DELETE ON obligation_decisions FOR EACH ROW EXECUTE FUNCTION audit_row();
`;

-- A report that is owed: agency, year, and where and what the agency was on 31 December of that year.

CREATE FUNCTION report_is_accepted(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM standings s WHERE s.report_id = report AND s.state = 'accepted')
$$;

-- An obligation stands as it was counted: only before anything is accepted may an act release it, or place it where its agency ends the year.
CREATE FUNCTION refuse_other_obligation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE act text[] := '{region_id,region_path,agency_kind,agency_name,obliged,system}';
BEGIN
  IF OLD.system IS NULL AND to_jsonb(NEW) - 'system' = to_jsonb(OLD) - 'system' THEN RETURN NEW; END IF;
  IF to_jsonb(NEW) - act IS DISTINCT FROM to_jsonb(OLD) - act OR report_is_accepted(OLD.id) THEN
    RAISE EXCEPTION 'the obligation % stands as it was counted', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- The agency itself; a supervisor of a region above it; an administrator; the platform.
CREATE FUNCTION oversees_report(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT caller_is('system', 'administrator') OR EXISTS (
    SELECT FROM reports r WHERE r.id = report AND (
      caller_is('agency') AND r.agency_id = caller_agency()
      OR caller_is('supervisor') AND caller_region() = ANY (r.region_path)))
$$;

CREATE FUNCTION files_for(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM reports r WHERE r.id = report AND caller_is('agency') AND r.agency_id = caller_agency())
$$;

CREATE FUNCTION imports_for(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT caller_is('administrator') OR caller_is('supervisor')
    AND EXISTS (SELECT FROM reports r WHERE r.id = report AND caller_region() = ANY (r.region_path))
$$;

COMMENT ON TABLE reports IS 'A report that is owed: the agency, its place and kind as of 31 December of the year, and until when. Coverage is counted from these rows.';
COMMENT ON COLUMN reports.year IS 'The year reported on.';
COMMENT ON COLUMN reports.region_id IS 'Where the agency was.';
COMMENT ON COLUMN reports.region_path IS 'The same region with all above it, outermost first.';
COMMENT ON COLUMN reports.agency_kind IS 'What it was.';
COMMENT ON COLUMN reports.agency_name IS 'What it was called.';
COMMENT ON COLUMN reports.due_on IS 'The last day that is not late.';
COMMENT ON COLUMN reports.obliged IS 'False for an agency that is listed and owes nothing: it is shown, never added up.';
COMMENT ON COLUMN reports.origin IS 'By a roster; or by an import, so that a report published elsewhere belongs to something.';
COMMENT ON COLUMN reports.system IS 'Its line of work (系统), as of the same day.';
ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (region_id, region_path, agency_kind, agency_name, obliged, system) ON reports TO gongkai_app;
CREATE POLICY everybody_reads ON reports FOR SELECT TO gongkai_app USING (true);
CREATE POLICY officials_oblige_by_import ON reports FOR INSERT TO gongkai_app
  WITH CHECK (origin = 'import' AND caller_is('supervisor') AND caller_region() = ANY (region_path));
CREATE POLICY registrar_classifies ON reports FOR UPDATE TO gongkai_app
  USING (caller_is('administrator') AND system IS NULL) WITH CHECK (caller_is('administrator') AND system IS NOT NULL);
CREATE POLICY registrar_restates ON reports FOR UPDATE TO gongkai_app
  USING (caller_is('administrator') AND NOT report_is_accepted(id)) WITH CHECK (caller_is('administrator'));
CREATE POLICY registrar_writes ON reports FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER reports_are_audited AFTER INSERT OR UPDATE OR DELETE ON reports
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER reports_remain BEFORE DELETE OR TRUNCATE ON reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reports_stand BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_other_obligation();

COMMENT ON TABLE obligation_decisions IS 'What became of an obligation for a year at whose end its agency no longer existed.';
COMMENT ON COLUMN obligation_decisions.decision IS 'It stays, is released, or is handed over to who follows.';
ALTER TABLE obligation_decisions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON obligation_decisions TO gongkai_app;
CREATE POLICY everybody_reads ON obligation_decisions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_decides ON obligation_decisions FOR INSERT TO gongkai_app WITH CHECK (caller_is('administrator'));
CREATE TRIGGER obligation_decisions_are_audited AFTER INSERT OR UPDATE OR DELETE ON obligation_decisions FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER obligation_decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON obligation_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

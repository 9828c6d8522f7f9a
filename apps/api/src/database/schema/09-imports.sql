-- Imports of many files: what is to be done, and what became of every file.

-- A supervisor of the region or one above it, an administrator, the platform.
CREATE FUNCTION imports_within(region bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT caller_is('system', 'administrator') OR caller_is('supervisor') AND caller_region() = ANY (region_path(region, current_date))
$$;

ALTER TABLE import_jobs ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON import_jobs TO gongkai_app;
CREATE POLICY officials_carry_on ON import_jobs FOR UPDATE TO gongkai_app USING (imports_within(region_id)) WITH CHECK (imports_within(region_id));
CREATE POLICY officials_see ON import_jobs FOR SELECT TO gongkai_app USING (imports_within(region_id));
CREATE POLICY officials_start ON import_jobs FOR INSERT TO gongkai_app
  WITH CHECK (imports_within(region_id) AND started_by = caller_account());
CREATE TRIGGER import_jobs_are_audited AFTER INSERT OR UPDATE ON import_jobs FOR EACH ROW EXECUTE FUNCTION audit_row();

ALTER TABLE import_uploads ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON import_uploads TO gongkai_app;
CREATE POLICY with_their_job ON import_uploads TO gongkai_app
  USING (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id)) WITH CHECK (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id));

ALTER TABLE import_files ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON import_files TO gongkai_app;
CREATE POLICY with_their_job ON import_files TO gongkai_app
  USING (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id)) WITH CHECK (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id));
-- What a person says of a doubtful file; what the platform found out stands in the outcome itself.
CREATE TRIGGER doubts_are_resolved AFTER UPDATE ON import_files FOR EACH ROW WHEN (OLD.result = 'doubtful') EXECUTE FUNCTION audit_row('content');

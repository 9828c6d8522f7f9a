-- Imports of many files: what is to be done, and what became of every file.

-- A supervisor of the region or one above it, an administrator, the platform.
CREATE FUNCTION imports_within(region bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT caller_is('system', 'administrator') OR caller_is('supervisor') AND caller_region() = ANY (region_path(region, current_date))
$$;

COMMENT ON TABLE import_jobs IS 'Imports of many files published elsewhere.';
COMMENT ON COLUMN import_jobs.region_id IS 'Within which agencies are looked for.';
COMMENT ON COLUMN import_jobs.year IS 'For reports that print none.';
COMMENT ON COLUMN import_jobs.source_url IS 'Where they were published.';
COMMENT ON COLUMN import_jobs.source_citation IS 'The same in words.';
COMMENT ON COLUMN import_jobs.published_on IS 'When, where that is known.';
COMMENT ON COLUMN import_jobs.state IS 'How far it is.';
COMMENT ON COLUMN import_jobs.started_by IS 'Who began it.';
COMMENT ON COLUMN import_jobs.started_at IS 'When.';
COMMENT ON COLUMN import_jobs.ended_at IS 'When every file had an outcome.';
ALTER TABLE import_jobs ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON import_jobs TO gongkai_app;
CREATE POLICY officials_carry_on ON import_jobs FOR UPDATE TO gongkai_app USING (imports_within(region_id)) WITH CHECK (imports_within(region_id));
CREATE POLICY officials_see ON import_jobs FOR SELECT TO gongkai_app USING (imports_within(region_id));
CREATE POLICY officials_start ON import_jobs FOR INSERT TO gongkai_app
  WITH CHECK (imports_within(region_id) AND started_by = caller_account());
CREATE TRIGGER import_jobs_are_audited AFTER INSERT OR UPDATE ON import_jobs FOR EACH ROW EXECUTE FUNCTION audit_row();

COMMENT ON TABLE import_uploads IS 'What was sent, until it is unpacked.';
COMMENT ON COLUMN import_uploads.ordinal IS 'In the order sent.';
COMMENT ON COLUMN import_uploads.name IS 'Of the file.';
COMMENT ON COLUMN import_uploads.content IS 'As sent.';
ALTER TABLE import_uploads ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON import_uploads TO gongkai_app;
CREATE POLICY with_their_job ON import_uploads TO gongkai_app
  USING (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id)) WITH CHECK (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id));

COMMENT ON TABLE import_files IS 'Every file of an import and what became of it.';
COMMENT ON COLUMN import_files.ordinal IS 'From 1 within the import.';
COMMENT ON COLUMN import_files.name IS 'With its folders.';
COMMENT ON COLUMN import_files.sha256 IS 'Of its bytes; null where it was never opened.';
COMMENT ON COLUMN import_files.content IS 'Stays until the file has its outcome; of a doubtful one until a person has answered.';
COMMENT ON COLUMN import_files.result IS 'Null until it has been looked at.';
COMMENT ON COLUMN import_files.edition_id IS 'What it was kept as.';
COMMENT ON COLUMN import_files.repeated IS 'That edition was there already.';
COMMENT ON COLUMN import_files.agency_id IS 'Whose report it is, as far as is known.';
COMMENT ON COLUMN import_files.year IS 'Of which year, as far as is known.';
COMMENT ON COLUMN import_files.printed_name IS 'What it calls its agency.';
COMMENT ON COLUMN import_files.candidates IS 'Agencies it may be of, the most alike first.';
COMMENT ON COLUMN import_files.code IS 'Why it was refused or is doubtful.';
COMMENT ON COLUMN import_files.message IS 'The same in words.';
ALTER TABLE import_files ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON import_files TO gongkai_app;
CREATE POLICY with_their_job ON import_files TO gongkai_app
  USING (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id)) WITH CHECK (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id));
-- What a person says of a doubtful file; what the platform found out stands in the outcome itself.
CREATE TRIGGER doubts_are_resolved AFTER UPDATE ON import_files FOR EACH ROW WHEN (OLD.result = 'doubtful') EXECUTE FUNCTION audit_row('content');

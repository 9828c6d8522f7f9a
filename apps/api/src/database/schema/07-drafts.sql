-- What an agency is still writing, seen by nobody else.

COMMENT ON TABLE drafts IS 'What an agency is still writing, one a year.';
COMMENT ON COLUMN drafts.version IS 'Counted up with each saving, so that nobody writes over another unawares.';
COMMENT ON COLUMN drafts.content IS 'JSON as text: what was typed may hold characters that no jsonb holds.';
COMMENT ON COLUMN drafts.saved_at IS 'When.';
COMMENT ON COLUMN drafts.saved_by IS 'Who.';
COMMENT ON COLUMN drafts.saved_by_name IS 'Their name then.';
COMMENT ON COLUMN drafts.file_id IS 'The file it was read from, which is filed with it.';
COMMENT ON COLUMN drafts.typists IS 'JSON as text, by cell: who typed there last.';
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO gongkai_app;
CREATE POLICY only_the_agency ON drafts TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
CREATE TRIGGER drafts_are_audited AFTER INSERT OR UPDATE OR DELETE ON drafts FOR EACH ROW EXECUTE FUNCTION audit_row('content', 'typists');

COMMENT ON TABLE draft_copies IS 'What was typed over a version that another had replaced; kept until somebody settles it.';
COMMENT ON COLUMN draft_copies.version IS 'The one it was typed over.';
COMMENT ON COLUMN draft_copies.content IS 'As in a draft.';
COMMENT ON COLUMN draft_copies.saved_at IS 'When.';
COMMENT ON COLUMN draft_copies.saved_by IS 'Who.';
COMMENT ON COLUMN draft_copies.saved_by_name IS 'Their name then.';
COMMENT ON COLUMN draft_copies.page IS 'By which its sender tells the pages apart that it was typed on.';
ALTER TABLE draft_copies ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_copies TO gongkai_app;
CREATE POLICY only_the_agency ON draft_copies TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
CREATE TRIGGER draft_copies_are_audited AFTER INSERT OR UPDATE OR DELETE ON draft_copies FOR EACH ROW EXECUTE FUNCTION audit_row('content');

COMMENT ON TABLE draft_files IS 'Files that drafts were read from, until they are filed or gone for good.';
COMMENT ON COLUMN draft_files.name IS 'What it was called.';
COMMENT ON COLUMN draft_files.media_type IS 'As recognised, not as claimed.';
COMMENT ON COLUMN draft_files.sha256 IS 'Of the bytes.';
COMMENT ON COLUMN draft_files.content IS 'As received.';
COMMENT ON COLUMN draft_files.reading IS 'JSON as text: what the reader made of it, and what was found.';
COMMENT ON COLUMN draft_files.read_at IS 'When.';
COMMENT ON COLUMN draft_files.read_by IS 'For whom.';
COMMENT ON COLUMN draft_files.read_by_name IS 'Their name then.';
ALTER TABLE draft_files ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON draft_files TO gongkai_app;
CREATE POLICY only_the_agency ON draft_files TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND read_by = caller_account());
CREATE TRIGGER draft_files_are_audited AFTER INSERT OR UPDATE OR DELETE ON draft_files FOR EACH ROW EXECUTE FUNCTION audit_row('content', 'reading');

COMMENT ON TABLE thrown_drafts IS 'Drafts that were thrown away, or gave way to a file; they can be brought back for 30 days.';
COMMENT ON COLUMN thrown_drafts.content IS 'As in a draft.';
COMMENT ON COLUMN thrown_drafts.file_id IS 'The file that goes with it.';
COMMENT ON COLUMN thrown_drafts.typists IS 'As in a draft.';
COMMENT ON COLUMN thrown_drafts.saved_at IS 'When it was typed.';
COMMENT ON COLUMN thrown_drafts.saved_by_name IS 'By whom.';
COMMENT ON COLUMN thrown_drafts.thrown_at IS 'When it was thrown away.';
COMMENT ON COLUMN thrown_drafts.thrown_by IS 'Who threw it away.';
COMMENT ON COLUMN thrown_drafts.thrown_by_name IS 'Their name then.';
ALTER TABLE thrown_drafts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON thrown_drafts TO gongkai_app;
CREATE POLICY only_the_agency ON thrown_drafts TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND thrown_by = caller_account());
CREATE TRIGGER thrown_drafts_are_audited AFTER INSERT OR UPDATE OR DELETE ON thrown_drafts
  FOR EACH ROW EXECUTE FUNCTION audit_row('content', 'typists');

-- Whatever was thrown away 30 days ago is gone, and so is every file that no draft has any more: of all agencies, whoever acts next.
CREATE FUNCTION forget_thrown_drafts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM thrown_drafts WHERE thrown_at < now() - interval '30 days';
  DELETE FROM draft_files f
    WHERE NOT EXISTS (SELECT FROM drafts d WHERE d.file_id = f.id) AND NOT EXISTS (SELECT FROM thrown_drafts t WHERE t.file_id = f.id);
END $$;

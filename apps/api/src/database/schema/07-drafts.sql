-- What an agency is still writing, seen by nobody else.

COMMENT ON TABLE drafts IS 'What an agency is still writing, one a year.';
COMMENT ON COLUMN drafts.version IS 'Counted up with each saving, so that nobody writes over another unawares.';
COMMENT ON COLUMN drafts.content IS 'JSON as text: what was typed may hold characters that no jsonb holds.';
COMMENT ON COLUMN drafts.saved_at IS 'When.';
COMMENT ON COLUMN drafts.saved_by IS 'Who.';
COMMENT ON COLUMN drafts.saved_by_name IS 'Their name then.';
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO gongkai_app;
CREATE POLICY only_the_agency ON drafts TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
CREATE TRIGGER drafts_are_audited AFTER INSERT OR UPDATE OR DELETE ON drafts FOR EACH ROW EXECUTE FUNCTION audit_row('content');

COMMENT ON TABLE draft_copies IS 'What was typed over a version that another had replaced; kept until somebody settles it.';
COMMENT ON COLUMN draft_copies.version IS 'The one it was typed over.';
COMMENT ON COLUMN draft_copies.content IS 'As in a draft.';
COMMENT ON COLUMN draft_copies.saved_at IS 'When.';
COMMENT ON COLUMN draft_copies.saved_by IS 'Who.';
COMMENT ON COLUMN draft_copies.saved_by_name IS 'Their name then.';
ALTER TABLE draft_copies ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_copies TO gongkai_app;
CREATE POLICY only_the_agency ON draft_copies TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
CREATE TRIGGER draft_copies_are_audited AFTER INSERT OR UPDATE OR DELETE ON draft_copies FOR EACH ROW EXECUTE FUNCTION audit_row('content');

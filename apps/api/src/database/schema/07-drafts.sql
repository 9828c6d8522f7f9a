-- What an agency is still writing, seen by nobody else.

ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO gongkai_app;
CREATE POLICY only_the_agency ON drafts TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
CREATE TRIGGER drafts_are_audited AFTER INSERT OR UPDATE OR DELETE ON drafts FOR EACH ROW EXECUTE FUNCTION audit_row('content');

ALTER TABLE draft_copies ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_copies TO gongkai_app;
CREATE POLICY only_the_agency ON draft_copies TO gongkai_app
  USING (caller_is('agency') AND agency_id = caller_agency())
  WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
CREATE TRIGGER draft_copies_are_audited AFTER INSERT OR UPDATE OR DELETE ON draft_copies FOR EACH ROW EXECUTE FUNCTION audit_row('content');

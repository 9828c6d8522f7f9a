-- The installation itself, the forms of the catalogue, and what its programs have in hand.

-- What the files of the schema were when they were applied last; nobody but the owner looks.
ALTER TABLE schema_files ENABLE ROW LEVEL SECURITY;

ALTER TABLE platform_facts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (demo, catalogue_sha256) ON platform_facts TO gongkai_app;
CREATE POLICY everybody_reads ON platform_facts FOR SELECT TO gongkai_app USING (true);
CREATE POLICY only_the_platform ON platform_facts FOR UPDATE TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
CREATE TRIGGER platform_facts_are_audited AFTER INSERT OR UPDATE OR DELETE ON platform_facts
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER platform_facts_remain BEFORE DELETE OR TRUNCATE ON platform_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE forms ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON forms TO gongkai_app;
CREATE POLICY told_to_all ON forms FOR SELECT TO gongkai_app USING (true);

ALTER TABLE indicator_terms ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON indicator_terms TO gongkai_app;
CREATE POLICY everybody_reads ON indicator_terms FOR SELECT TO gongkai_app USING (true);

ALTER TABLE leases ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON leases TO gongkai_app;
CREATE POLICY platform_only ON leases TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));

ALTER TABLE heartbeats ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON heartbeats TO gongkai_app;
CREATE POLICY platform_only ON heartbeats TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));

-- The installation itself, the forms of the catalogue, and what its programs have in hand.

-- What the files of the schema were when they were applied last; nobody but the owner looks.
COMMENT ON TABLE schema_files IS 'Which files of the schema were applied last.';
COMMENT ON COLUMN schema_files.file IS 'By name.';
COMMENT ON COLUMN schema_files.sha256 IS 'Of its text.';
ALTER TABLE schema_files ENABLE ROW LEVEL SECURITY;

COMMENT ON TABLE platform_facts IS 'What this installation is; one row.';
COMMENT ON COLUMN platform_facts.only_one IS 'Always true.';
COMMENT ON COLUMN platform_facts.demo IS 'It holds the made-up city.';
COMMENT ON COLUMN platform_facts.catalogue_sha256 IS 'Of the indicators that were adopted last.';
ALTER TABLE platform_facts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (demo, catalogue_sha256) ON platform_facts TO gongkai_app;
CREATE POLICY everybody_reads ON platform_facts FOR SELECT TO gongkai_app USING (true);
CREATE POLICY only_the_platform ON platform_facts FOR UPDATE TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
CREATE TRIGGER platform_facts_are_audited AFTER INSERT OR UPDATE OR DELETE ON platform_facts
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER platform_facts_remain BEFORE DELETE OR TRUNCATE ON platform_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE forms IS 'Forms of the catalogue, filled when it is adopted; one that something was filed under stays.';
COMMENT ON COLUMN forms.document IS 'That introduced it.';
COMMENT ON COLUMN forms.first_year IS 'The first report year.';
COMMENT ON COLUMN forms.last_year IS 'The last; null while it is in use.';
ALTER TABLE forms ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON forms TO gongkai_app;
CREATE POLICY told_to_all ON forms FOR SELECT TO gongkai_app USING (true);

COMMENT ON TABLE indicator_terms IS 'Which cells each indicator adds up under a form, filled from the catalogue.';
COMMENT ON COLUMN indicator_terms.position IS 'Of the indicator; for ever.';
COMMENT ON COLUMN indicator_terms.form IS 'Under which.';
COMMENT ON COLUMN indicator_terms.section IS 'Of its cells.';
COMMENT ON COLUMN indicator_terms.numerator_cells IS 'Positions of the cells.';
COMMENT ON COLUMN indicator_terms.denominator_cells IS 'Likewise; empty for a plain sum.';
ALTER TABLE indicator_terms ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON indicator_terms TO gongkai_app;
CREATE POLICY everybody_reads ON indicator_terms FOR SELECT TO gongkai_app USING (true);

COMMENT ON TABLE leases IS 'What one program at a time has in hand, so that another takes it over when that one has died.';
COMMENT ON COLUMN leases.name IS 'Of the work.';
COMMENT ON COLUMN leases.holder IS 'The program.';
COMMENT ON COLUMN leases.held_until IS 'By the clock of the database.';
ALTER TABLE leases ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON leases TO gongkai_app;
CREATE POLICY platform_only ON leases TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));

COMMENT ON TABLE heartbeats IS 'What every program of the platform last said: it proves that rows are taken, and by which clock.';
COMMENT ON COLUMN heartbeats.program IS 'Which.';
COMMENT ON COLUMN heartbeats.beat_at IS 'By the clock of the database.';
ALTER TABLE heartbeats ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON heartbeats TO gongkai_app;
CREATE POLICY platform_only ON heartbeats TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));

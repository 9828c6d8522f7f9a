-- Rules that supervisors add for their region. A changed rule is its next version; a retired one is a version too.

CREATE FUNCTION oversees_rule(rule bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM local_rules r WHERE r.id = rule
    AND caller_is('supervisor') AND caller_region() = ANY (region_path(r.region_id, current_date)))
$$;

COMMENT ON TABLE local_rules IS 'Rules a supervisor added for a region and a form.';
COMMENT ON COLUMN local_rules.form IS 'The form it is about.';
ALTER TABLE local_rules ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON local_rules TO gongkai_app;
CREATE POLICY everybody_reads ON local_rules FOR SELECT TO gongkai_app USING (true);
CREATE POLICY overseer_writes ON local_rules FOR INSERT TO gongkai_app
  WITH CHECK (caller_is('supervisor') AND caller_region() = ANY (region_path(region_id, current_date)));
CREATE TRIGGER local_rules_are_audited AFTER INSERT OR UPDATE OR DELETE ON local_rules
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER local_rules_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON local_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE local_rule_versions IS 'What such a rule says, version by version; the last one counts.';
COMMENT ON COLUMN local_rule_versions.version IS 'From 1.';
COMMENT ON COLUMN local_rule_versions.rule IS 'A line in the language of the form files.';
COMMENT ON COLUMN local_rule_versions.retired IS 'It no longer holds.';
COMMENT ON COLUMN local_rule_versions.why IS 'Of a retirement.';
COMMENT ON COLUMN local_rule_versions.author_id IS 'Who wrote it.';
COMMENT ON COLUMN local_rule_versions.author_office IS 'For which office.';
COMMENT ON COLUMN local_rule_versions.recorded_at IS 'When.';
ALTER TABLE local_rule_versions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON local_rule_versions TO gongkai_app;
CREATE POLICY everybody_reads ON local_rule_versions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY overseer_writes ON local_rule_versions FOR INSERT TO gongkai_app
  WITH CHECK (oversees_rule(rule_id) AND author_id = caller_account());
CREATE TRIGGER local_rule_versions_are_audited AFTER INSERT OR UPDATE OR DELETE ON local_rule_versions
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER local_rule_versions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON local_rule_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

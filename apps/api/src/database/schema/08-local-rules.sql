-- Rules that supervisors add for their region. A changed rule is its next version; a retired one is a version too.

CREATE FUNCTION oversees_rule(rule bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM local_rules r WHERE r.id = rule
    AND caller_is('supervisor') AND caller_region() = ANY (region_path(r.region_id, current_date)))
$$;

ALTER TABLE local_rules ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON local_rules TO gongkai_app;
CREATE POLICY everybody_reads ON local_rules FOR SELECT TO gongkai_app USING (true);
CREATE POLICY overseer_writes ON local_rules FOR INSERT TO gongkai_app
  WITH CHECK (caller_is('supervisor') AND caller_region() = ANY (region_path(region_id, current_date)));
CREATE TRIGGER local_rules_are_audited AFTER INSERT OR UPDATE OR DELETE ON local_rules
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER local_rules_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON local_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE local_rule_versions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON local_rule_versions TO gongkai_app;
CREATE POLICY everybody_reads ON local_rule_versions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY overseer_writes ON local_rule_versions FOR INSERT TO gongkai_app
  WITH CHECK (oversees_rule(rule_id) AND author_id = caller_account());
CREATE TRIGGER local_rule_versions_are_audited AFTER INSERT OR UPDATE OR DELETE ON local_rule_versions
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER local_rule_versions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON local_rule_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

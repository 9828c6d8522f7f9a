-- Regions and agencies, each in versions that follow one another: nothing is renamed, moved, merged or abolished by overwriting. Agencies change by
-- acts (reorganisations) with a day and a basis; an act ends versions and begins others.

-- A region with its ancestors on a day, outermost first.
CREATE FUNCTION region_path(region bigint, day date) RETURNS bigint[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up AS (
    SELECT v.region_id, v.parent_id, 0 AS step FROM region_versions v
      WHERE v.region_id = region AND daterange(v.valid_from, v.valid_to) @> day
    UNION ALL
    SELECT v.region_id, v.parent_id, up.step + 1 FROM up JOIN region_versions v
      ON v.region_id = up.parent_id AND daterange(v.valid_from, v.valid_to) @> day
    WHERE up.step < 20
  ) SELECT array_agg(region_id ORDER BY step DESC) FROM up
$$;

-- What the regions of a path were called on a day, in its order.
CREATE FUNCTION region_names(path bigint[], day date) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(n.name ORDER BY p.step) FROM unnest(path) WITH ORDINALITY p (id, step)
  JOIN region_versions n ON n.region_id = p.id AND daterange(n.valid_from, n.valid_to) @> day
$$;

CREATE FUNCTION region_within_sight(region bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT caller_is('system', 'administrator')
    OR caller_is('supervisor', 'analyst') AND caller_region() = ANY (region_path(region, current_date))
$$;

CREATE FUNCTION refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE taken boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %I v WHERE v.%I = $1 AND v.valid_from <> $2
    AND daterange(v.valid_from, v.valid_to) && daterange($2, $3))', TG_TABLE_NAME, TG_ARGV[0])
    INTO taken USING (to_jsonb(NEW) ->> TG_ARGV[0])::bigint,
      NEW.valid_from, NEW.valid_to;
  IF taken THEN RAISE EXCEPTION 'two versions of one organisation overlap' USING ERRCODE = 'exclusion_violation'; END IF;
  RETURN NEW;
END $$;

-- A version ends once; nothing else about it changes.
CREATE FUNCTION refuse_other_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ending text[] := '{valid_to,ended_by}';
BEGIN
  IF OLD.valid_to IS NULL AND to_jsonb(NEW) - ending = to_jsonb(OLD) - ending THEN RETURN NEW; END IF;
  IF OLD.system IS NULL AND to_jsonb(NEW) - 'system' = to_jsonb(OLD) - 'system' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a version of an agency is ended once and never changed' USING ERRCODE = 'restrict_violation';
END $$;

-- All who follow an agency, however many acts later.
CREATE FUNCTION followers_of(agency bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE later(id) AS (
    SELECT successor_id FROM agency_successions WHERE predecessor_id = agency AND successor_id IS NOT NULL
    UNION
    SELECT s.successor_id FROM later JOIN agency_successions s ON s.predecessor_id = later.id WHERE s.successor_id IS NOT NULL
  ) SELECT id FROM later
$$;

CREATE FUNCTION refuse_succession_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.successor_id IS NOT NULL AND NEW.predecessor_id IN (SELECT followers_of(NEW.successor_id)) THEN
    RAISE EXCEPTION 'an agency cannot follow itself' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The latest version of each, ended or not.
CREATE VIEW current_regions WITH (security_invoker = true) AS
  SELECT DISTINCT ON (region_id) * FROM region_versions ORDER BY region_id, valid_from DESC;
CREATE VIEW current_agencies WITH (security_invoker = true) AS
  SELECT DISTINCT ON (agency_id) * FROM agency_versions ORDER BY agency_id, valid_from DESC;
GRANT SELECT ON current_regions, current_agencies TO gongkai_app;

CREATE FUNCTION oversees_agency(agency bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT caller_is('system', 'administrator') OR EXISTS (
    SELECT FROM current_agencies a WHERE a.agency_id = agency
      AND caller_is('supervisor') AND caller_region() = ANY (region_path(a.region_id, current_date)))
$$;

COMMENT ON TABLE regions IS 'A region: province, prefecture, county, township or zone. What it is called and where it lies are its versions.';
COMMENT ON COLUMN regions.recorded_at IS 'When the platform learned of it.';
ALTER TABLE regions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON regions TO gongkai_app;
CREATE POLICY everybody_reads ON regions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_writes ON regions FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER regions_are_audited AFTER INSERT OR UPDATE OR DELETE ON regions
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER regions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON regions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE region_versions IS 'What a region was called and which region it lay in, from a day to a day; versions of one region never overlap.';
COMMENT ON COLUMN region_versions.valid_from IS 'First day.';
COMMENT ON COLUMN region_versions.valid_to IS 'The day after the last; null while it holds.';
COMMENT ON COLUMN region_versions.parent_id IS 'The region it lies in; null for the outermost.';
COMMENT ON COLUMN region_versions.code IS 'Of the administrative division (GB/T 2260), as registered.';
COMMENT ON COLUMN region_versions.name IS 'In Chinese, in full.';
COMMENT ON COLUMN region_versions.pinyin IS 'The name in pinyin without tones, by which it is searched.';
COMMENT ON COLUMN region_versions.initials IS 'First letters of the pinyin.';
COMMENT ON COLUMN region_versions.level IS 'Its place among the regions.';
COMMENT ON COLUMN region_versions.recorded_at IS 'When the platform learned of it.';
ALTER TABLE region_versions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON region_versions TO gongkai_app;
CREATE POLICY everybody_reads ON region_versions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_writes ON region_versions FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER region_versions_are_audited AFTER INSERT OR UPDATE OR DELETE ON region_versions
  FOR EACH ROW EXECUTE FUNCTION audit_row('pinyin', 'initials');
CREATE CONSTRAINT TRIGGER region_versions_part AFTER INSERT OR UPDATE ON region_versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_overlap('region_id');
CREATE TRIGGER region_versions_remain BEFORE DELETE OR TRUNCATE ON region_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE agencies IS 'An agency that may owe reports. What it is called and where it belongs are its versions.';
COMMENT ON COLUMN agencies.recorded_at IS 'When the platform learned of it.';
ALTER TABLE agencies ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON agencies TO gongkai_app;
CREATE POLICY everybody_reads ON agencies FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_writes ON agencies FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER agencies_are_audited AFTER INSERT OR UPDATE OR DELETE ON agencies
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER agencies_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON agencies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE agency_versions IS 'What an agency was called, what it was and which region it belonged to, from a day to a day; a version ends once and is otherwise never changed.';
COMMENT ON COLUMN agency_versions.valid_from IS 'First day.';
COMMENT ON COLUMN agency_versions.valid_to IS 'The day after the last; null while it holds.';
COMMENT ON COLUMN agency_versions.kind IS 'What sort of body it is; decides whether it is added up.';
COMMENT ON COLUMN agency_versions.name IS 'In Chinese, in full.';
COMMENT ON COLUMN agency_versions.pinyin IS 'The name in pinyin without tones, by which it is searched.';
COMMENT ON COLUMN agency_versions.initials IS 'First letters of the pinyin.';
COMMENT ON COLUMN agency_versions.recorded_at IS 'When the platform learned of it.';
COMMENT ON COLUMN agency_versions.begun_by IS 'The act that began the version; null for what a register brought.';
COMMENT ON COLUMN agency_versions.ended_by IS 'The act that ended it.';
COMMENT ON COLUMN agency_versions.system IS 'The line of work (系统) across regions, such as education; filled in once.';
ALTER TABLE agency_versions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (valid_to, ended_by, system) ON agency_versions TO gongkai_app;
CREATE POLICY everybody_reads ON agency_versions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_classifies ON agency_versions FOR UPDATE TO gongkai_app
  USING (caller_is('administrator') AND system IS NULL) WITH CHECK (caller_is('administrator') AND system IS NOT NULL);
CREATE POLICY registrar_ends ON agency_versions FOR UPDATE TO gongkai_app
  USING (caller_is('administrator') AND valid_to IS NULL) WITH CHECK (caller_is('administrator') AND ended_by IS NOT NULL);
CREATE POLICY registrar_writes ON agency_versions FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER agency_versions_are_audited AFTER INSERT OR UPDATE OR DELETE ON agency_versions
  FOR EACH ROW EXECUTE FUNCTION audit_row('pinyin', 'initials');
CREATE CONSTRAINT TRIGGER agency_versions_part AFTER INSERT OR UPDATE ON agency_versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_overlap('agency_id');
CREATE TRIGGER agency_versions_remain BEFORE DELETE OR TRUNCATE ON agency_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agency_versions_stay BEFORE UPDATE ON agency_versions FOR EACH ROW EXECUTE FUNCTION refuse_other_version();

COMMENT ON TABLE agency_aliases IS 'Other names by which a file is recognised as an agency''s; they prove nothing.';
COMMENT ON COLUMN agency_aliases.alias IS 'In Chinese, as printed somewhere.';
COMMENT ON COLUMN agency_aliases.pinyin IS 'In pinyin without tones.';
COMMENT ON COLUMN agency_aliases.initials IS 'First letters of the pinyin.';
ALTER TABLE agency_aliases ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON agency_aliases TO gongkai_app;
CREATE POLICY everybody_reads ON agency_aliases FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_writes ON agency_aliases FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER agency_aliases_are_audited AFTER INSERT OR UPDATE OR DELETE ON agency_aliases
  FOR EACH ROW EXECUTE FUNCTION audit_row('pinyin', 'initials');

COMMENT ON TABLE agency_successions IS 'Who follows whom: nothing is merged by deletion.';
COMMENT ON COLUMN agency_successions.predecessor_id IS 'Who ended or changed.';
COMMENT ON COLUMN agency_successions.successor_id IS 'Who follows; null where nobody does.';
COMMENT ON COLUMN agency_successions.kind IS 'How.';
COMMENT ON COLUMN agency_successions.happened_on IS 'The day of the act.';
COMMENT ON COLUMN agency_successions.basis IS 'The document that says so.';
COMMENT ON COLUMN agency_successions.reorganisation_id IS 'The act; null for what a register brought.';
ALTER TABLE agency_successions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON agency_successions TO gongkai_app;
CREATE POLICY everybody_reads ON agency_successions FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_writes ON agency_successions FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER agency_successions_are_audited AFTER INSERT OR UPDATE OR DELETE ON agency_successions
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER agency_successions_lead_on BEFORE INSERT ON agency_successions FOR EACH ROW EXECUTE FUNCTION refuse_succession_cycle();
CREATE TRIGGER agency_successions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON agency_successions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE reorganisations IS 'Acts on agencies, each with a day and a basis: found, rename, move, merge, split, abolish.';
COMMENT ON COLUMN reorganisations.kind IS 'Which act.';
COMMENT ON COLUMN reorganisations.happened_on IS 'From which day it holds.';
COMMENT ON COLUMN reorganisations.basis IS 'The document that says so.';
COMMENT ON COLUMN reorganisations.recorded_by IS 'The administrator who wrote it down; only administrators see who.';
COMMENT ON COLUMN reorganisations.recorded_at IS 'When it was written down.';
ALTER TABLE reorganisations ENABLE ROW LEVEL SECURITY;
GRANT SELECT (id, kind, happened_on, basis, recorded_at), INSERT ON reorganisations TO gongkai_app;
CREATE POLICY everybody_reads ON reorganisations FOR SELECT TO gongkai_app USING (true);
CREATE POLICY registrar_acts ON reorganisations FOR INSERT TO gongkai_app
  WITH CHECK (caller_is('administrator') AND recorded_by = caller_account());
CREATE TRIGGER reorganisations_are_audited AFTER INSERT OR UPDATE OR DELETE ON reorganisations FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER reorganisations_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON reorganisations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE applicability_statements IS 'That a row of the form cannot apply to an agency, such as rules of a body without rule-making power, or applies again: said from a year on, never unsaid by deletion.';
COMMENT ON COLUMN applicability_statements.row_code IS 'The row of section two, by its code.';
COMMENT ON COLUMN applicability_statements.applies IS 'False: what stands in the row is no gap.';
COMMENT ON COLUMN applicability_statements.from_year IS 'The first report year it is said of.';
COMMENT ON COLUMN applicability_statements.basis IS 'Why.';
COMMENT ON COLUMN applicability_statements.stated_by IS 'Null for what a register brought.';
COMMENT ON COLUMN applicability_statements.recorded_at IS 'When it was said.';
ALTER TABLE applicability_statements ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON applicability_statements TO gongkai_app;
CREATE POLICY everybody_reads ON applicability_statements FOR SELECT TO gongkai_app USING (true);
CREATE POLICY overseer_states ON applicability_statements FOR INSERT TO gongkai_app
  WITH CHECK (oversees_agency(agency_id) AND stated_by IS NOT DISTINCT FROM caller_account());
CREATE TRIGGER applicability_statements_are_audited AFTER INSERT OR UPDATE OR DELETE ON applicability_statements
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER applicability_statements_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON applicability_statements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

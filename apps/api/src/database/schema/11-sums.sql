-- Which edition stands for a report, and the sums over regions that follow from it. One law: a region is its own agencies plus its children. Whoever
-- changes what is counted says so in sums_due; before the transaction ends, the sums of the region and then of each above it are worked out from
-- their parts and replace what stood. Nothing is ever added to a sum or taken from it.

-- Numerators and denominators of every indicator for one edition; both NULL where a needed cell is absent.
CREATE FUNCTION indicator_parts(figures bigint[], s2_form text, s3_form text, s4_form text)
RETURNS TABLE (numerators bigint[], denominators bigint[]) LANGUAGE sql STABLE AS $$
  SELECT array_agg(CASE WHEN n.whole AND d.whole IS NOT FALSE THEN n.sum END ORDER BY p.position),
         array_agg(CASE WHEN n.whole AND d.whole IS NOT FALSE THEN d.sum END ORDER BY p.position)
  FROM (SELECT DISTINCT position FROM indicator_terms) p
  LEFT JOIN indicator_terms t ON t.position = p.position
    AND t.form = CASE t.section WHEN 's2' THEN s2_form WHEN 's3' THEN s3_form ELSE s4_form END
  CROSS JOIN LATERAL (SELECT sum(figures[c])::bigint AS sum, bool_and(figures[c] IS NOT NULL) AS whole FROM unnest(t.numerator_cells) AS c) n
  CROSS JOIN LATERAL (SELECT sum(figures[c])::bigint AS sum, bool_and(figures[c] IS NOT NULL) AS whole FROM unnest(t.denominator_cells) AS c) d
$$;

CREATE FUNCTION counts_as_filed(origin text, received_at timestamptz, published_on date, signed_on date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN origin = 'filed' THEN received_at ELSE COALESCE(published_on, signed_on)::timestamp AT TIME ZONE 'Asia/Shanghai' END
$$;

-- Nobody is called late whose filing has no known day, as that of a report published elsewhere may not.
CREATE FUNCTION is_late(filed_at timestamptz, due_on date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT ((filed_at AT TIME ZONE 'Asia/Shanghai')::date > due_on) IS TRUE
$$;

-- Which edition stands for a report in each state as of a moment (NULL: now), from its events alone, and since when. Of what the caller may see.
CREATE FUNCTION standing_editions(report bigint, moment timestamptz)
RETURNS TABLE (state text, edition_id bigint, edition_state text, number int, since timestamptz) LANGUAGE sql STABLE AS $$
  SELECT stands.state, stands.id, stands.edition_state, stands.number,
    -- What was imported was published without being accepted first.
    (SELECT min(v.at) FROM edition_events v WHERE v.edition_id = stands.id AND v.state IN (stands.state, 'published'))
  FROM (
    SELECT DISTINCT ON (s.state) s.state, e.id, e.number, last.state AS edition_state
    FROM editions e
    CROSS JOIN LATERAL (SELECT v.state FROM edition_events v WHERE v.edition_id = e.id AND (moment IS NULL OR v.at <= moment)
      ORDER BY v.sequence DESC LIMIT 1) last
    JOIN (VALUES ('latest', NULL), ('accepted', '{accepted,published}'::text[]), ('published', '{published}')) AS s(state, among)
      ON s.among IS NULL OR last.state = ANY (s.among)
    WHERE e.report_id = report ORDER BY s.state, e.number DESC
  ) stands
$$;

CREATE FUNCTION first_published(report bigint, moment timestamptz) RETURNS TABLE (edition_id bigint, number int) LANGUAGE sql STABLE AS $$
  SELECT e.id, e.number FROM editions e JOIN edition_events v ON v.edition_id = e.id AND v.state = 'published'
  WHERE e.report_id = report AND (moment IS NULL OR v.at <= moment) ORDER BY v.at, e.number LIMIT 1
$$;

-- Why a report was amended between two of its editions.
CREATE FUNCTION amendment_reasons(report bigint, after int, upto int) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT DISTINCT reason_class FROM editions WHERE report_id = report AND reason_class IS NOT NULL AND number > after AND number <= upto ORDER BY 1)
$$;

-- The standings of a report as they have to be.
CREATE FUNCTION standings_of(report bigint) RETURNS SETOF standings LANGUAGE sql STABLE AS $$
  WITH stands AS MATERIALIZED (
    SELECT s.*, f.edition_id AS first_id, f.number AS first_number
    FROM standing_editions(report, NULL) s LEFT JOIN first_published(report, NULL) f ON s.state <> 'latest' AND f.edition_id <> s.edition_id
  ), made AS MATERIALIZED (
    SELECT e.id, parts.* FROM editions e CROSS JOIN LATERAL indicator_parts(e.figures, e.s2_form, e.s3_form, e.s4_form) parts
    WHERE e.id IN (SELECT edition_id FROM stands WHERE state <> 'latest' UNION SELECT first_id FROM stands)
  ), filed AS (
    SELECT min(counts_as_filed(origin, received_at, published_on, signed_on)) AS at FROM editions WHERE report_id = report
  )
  SELECT report, s.state, s.edition_id, s.edition_state, filed.at, is_late(filed.at, r.due_on), e.s2_form, e.s3_form, e.s4_form, m.numerators, m.denominators,
    s.first_id, CASE WHEN s.first_id IS NOT NULL THEN s.since END,
    CASE WHEN s.first_id IS NOT NULL THEN amendment_reasons(report, s.first_number, s.number) END, f.numerators, f.denominators
  FROM stands s CROSS JOIN filed JOIN reports r ON r.id = report JOIN editions e ON e.id = s.edition_id
  LEFT JOIN made m ON m.id = s.edition_id AND s.state <> 'latest' LEFT JOIN made f ON f.id = s.first_id
$$;

-- A region and all above it, with the region each lies in and how deep.
CREATE FUNCTION with_those_above(region_path bigint[]) RETURNS TABLE (region_id bigint, parent_id bigint, depth int) LANGUAGE sql IMMUTABLE AS $$
  SELECT region_path[n], region_path[n - 1], n FROM generate_subscripts(region_path, 1) AS n
$$;

-- Replaces the standings of these reports; where what is counted is another, the sums are due.
CREATE FUNCTION let_stand(changed bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE stood standings[] := ARRAY(SELECT s FROM standings s WHERE s.report_id = ANY (changed));
BEGIN
  DELETE FROM standings WHERE report_id = ANY (changed);
  INSERT INTO standings SELECT now_is.* FROM unnest(changed) AS report, LATERAL standings_of(report) now_is;
  INSERT INTO sums_due
  SELECT DISTINCT a.region_id, a.parent_id, a.depth, r.year, r.agency_kind, counts.what
  FROM unnest(stood) was FULL JOIN (SELECT * FROM standings WHERE report_id = ANY (changed)) now_is USING (report_id, state)
  JOIN reports r ON r.id = report_id AND r.obliged
  CROSS JOIN LATERAL (
    SELECT state AS what WHERE state <> 'latest' AND (was.edition_id, was.late) IS DISTINCT FROM (now_is.edition_id, now_is.late)
    UNION ALL
    SELECT 'restated' WHERE state = 'published' AND (was.first_edition_id IS NOT NULL OR now_is.first_edition_id IS NOT NULL)
      AND (was.edition_id, was.first_edition_id, was.since) IS DISTINCT FROM (now_is.edition_id, now_is.first_edition_id, now_is.since)
  ) counts
  CROSS JOIN LATERAL with_those_above(r.region_path) a;
END $$;

CREATE FUNCTION events_let_stand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM let_stand(ARRAY(SELECT DISTINCT e.report_id FROM added JOIN editions e ON e.id = added.edition_id));
  RETURN NULL;
END $$;

CREATE FUNCTION obligations_are_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO sums_due SELECT DISTINCT a.*, r.year, r.agency_kind, 'due' FROM taken r, LATERAL with_those_above(r.region_path) a WHERE r.obliged;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO sums_due SELECT DISTINCT a.*, r.year, r.agency_kind, 'due' FROM added r, LATERAL with_those_above(r.region_path) a WHERE r.obliged;
  END IF;
  RETURN NULL;
END $$;

-- The law: what the sums of a region are made of, each report of its own agencies and each sum of its children. A report counts itself where it has a
-- figure, so that it brings no counts.
CREATE VIEW rollup_parts AS
  SELECT r.region_id, r.year, r.agency_kind, 'due' AS state, NULL::text AS s2_form, NULL::text AS s3_form, NULL::text AS s4_form, 1 AS reports, 0 AS late,
    NULL::bigint[] AS sums, NULL::int[] AS counts, NULL::bigint[] AS numerators, NULL::bigint[] AS denominators, NULL::int[] AS answered
  FROM reports r WHERE r.obliged
  UNION ALL
  SELECT r.region_id, r.year, r.agency_kind, s.state, s.s2_form, s.s3_form, s.s4_form, 1, s.late::int, e.figures, NULL, s.numerators, s.denominators, NULL
  FROM reports r JOIN standings s ON s.report_id = r.id AND s.state <> 'latest' JOIN editions e ON e.id = s.edition_id WHERE r.obliged
  UNION ALL
  SELECT parent_id, year, agency_kind, state, s2_form, s3_form, s4_form, reports, late, sums, counts, numerators, denominators, answered
  FROM rollups WHERE parent_id IS NOT NULL;

-- The same of what was restated: nothing but the indicators that differ.
CREATE VIEW restated_parts AS
  SELECT r.region_id, true AS own, r.year, r.agency_kind, v.side, v.s2_form, v.s3_form, v.s4_form, array_to_string(s.reason_classes, ',') AS reasons,
    1 AS amended, made.numerators, made.denominators, NULL::int[] AS answered, made.reports, made.since
  FROM reports r JOIN standings s ON s.report_id = r.id AND s.state = 'published' AND s.first_edition_id IS NOT NULL
  JOIN editions f ON f.id = s.first_edition_id
  CROSS JOIN LATERAL (VALUES ('first', f.s2_form, f.s3_form, f.s4_form, s.first_numerators, s.first_denominators),
    ('now', s.s2_form, s.s3_form, s.s4_form, s.numerators, s.denominators)) AS v(side, s2_form, s3_form, s4_form, numerators, denominators)
  CROSS JOIN LATERAL (
    SELECT array_agg(CASE WHEN differs THEN v.numerators[i] END ORDER BY i) AS numerators,
      array_agg(CASE WHEN differs THEN v.denominators[i] END ORDER BY i) AS denominators,
      array_agg(differs::int ORDER BY i) AS reports, array_agg(CASE WHEN differs THEN s.since END ORDER BY i) AS since
    FROM (SELECT i, (s.first_numerators[i], s.first_denominators[i]) IS DISTINCT FROM (s.numerators[i], s.denominators[i]) AS differs
      FROM generate_subscripts(v.numerators, 1) AS i) each HAVING bool_or(differs)) made
  WHERE r.obliged
  UNION ALL
  SELECT parent_id, false, year, agency_kind, side, s2_form, s3_form, s4_form, reasons, amended, numerators, denominators, answered, reports, since
  FROM restated_sums WHERE parent_id IS NOT NULL;

-- Replaces what stood by the sums of their parts, for all regions of a depth that are due.
CREATE FUNCTION replace_rollups(level int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM rollups held USING sums_due d
    WHERE d.depth = level AND (held.region_id, held.year, held.agency_kind, held.state) = (d.region_id, d.year, d.agency_kind, d.what);
  INSERT INTO rollups
  SELECT d.region_id, d.parent_id, d.year, d.agency_kind, d.what, whole.*, cells.*, indicators.*
  FROM (SELECT DISTINCT region_id, parent_id, year, agency_kind, what FROM sums_due WHERE depth = level AND what <> 'restated' ORDER BY 1, 3, 4, 5) d
  CROSS JOIN LATERAL (
    SELECT p.s2_form, p.s3_form, p.s4_form, sum(p.reports)::int AS reports, sum(p.late)::int AS late FROM rollup_parts p
    WHERE (p.region_id, p.year, p.agency_kind, p.state) = (d.region_id, d.year, d.agency_kind, d.what) GROUP BY 1, 2, 3) whole
  CROSS JOIN LATERAL (
    SELECT array_agg(n ORDER BY i) AS sums, array_agg(counted ORDER BY i) AS counts FROM (
      SELECT i, sum(n)::bigint AS n, sum(CASE WHEN c IS NULL THEN (n IS NOT NULL)::int ELSE c END)::int AS counted FROM (
        SELECT generate_subscripts(p.sums, 1) AS i, unnest(p.sums) AS n, unnest(p.counts) AS c FROM rollup_parts p
        WHERE (p.region_id, p.year, p.agency_kind, p.state, p.s2_form, p.s3_form, p.s4_form)
          = (d.region_id, d.year, d.agency_kind, d.what, whole.s2_form, whole.s3_form, whole.s4_form)) part GROUP BY i) cell) cells
  CROSS JOIN LATERAL (
    SELECT array_agg(n ORDER BY i) AS numerators, array_agg(m ORDER BY i) AS denominators, array_agg(counted ORDER BY i) AS answered FROM (
      SELECT i, sum(n)::bigint AS n, sum(m)::bigint AS m, sum(CASE WHEN c IS NULL THEN (n IS NOT NULL)::int ELSE c END)::int AS counted FROM (
        SELECT generate_subscripts(p.numerators, 1) AS i, unnest(p.numerators) AS n, unnest(p.denominators) AS m, unnest(p.answered) AS c FROM rollup_parts p
        WHERE (p.region_id, p.year, p.agency_kind, p.state, p.s2_form, p.s3_form, p.s4_form)
          = (d.region_id, d.year, d.agency_kind, d.what, whole.s2_form, whole.s3_form, whole.s4_form)) part GROUP BY i) indicator) indicators;
END $$;

CREATE FUNCTION replace_restated_sums(level int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM restated_sums held USING sums_due d
    WHERE d.depth = level AND d.what = 'restated' AND (held.region_id, held.year, held.agency_kind) = (d.region_id, d.year, d.agency_kind);
  INSERT INTO restated_sums
  SELECT d.region_id, d.parent_id, whole.own, d.year, d.agency_kind, whole.side, whole.s2_form, whole.s3_form, whole.s4_form, whole.reasons, whole.amended,
    indicators.*
  FROM (SELECT DISTINCT region_id, parent_id, year, agency_kind FROM sums_due WHERE depth = level AND what = 'restated' ORDER BY 1, 3, 4) d
  CROSS JOIN LATERAL (
    SELECT p.own, p.side, p.s2_form, p.s3_form, p.s4_form, p.reasons, sum(p.amended)::int AS amended FROM restated_parts p
    WHERE (p.region_id, p.year, p.agency_kind) = (d.region_id, d.year, d.agency_kind) GROUP BY 1, 2, 3, 4, 5, 6) whole
  CROSS JOIN LATERAL (
    SELECT array_agg(n ORDER BY i), array_agg(m ORDER BY i), array_agg(counted ORDER BY i), array_agg(reports ORDER BY i), array_agg(since ORDER BY i) FROM (
      SELECT i, sum(n)::bigint AS n, sum(m)::bigint AS m, sum(CASE WHEN c IS NULL THEN (n IS NOT NULL)::int ELSE c END)::int AS counted,
        sum(reports)::int AS reports, max(since) AS since FROM (
        SELECT generate_subscripts(p.numerators, 1) AS i, unnest(p.numerators) AS n, unnest(p.denominators) AS m, unnest(p.answered) AS c,
          unnest(p.reports) AS reports, unnest(p.since) AS since FROM restated_parts p
        WHERE (p.region_id, p.year, p.agency_kind, p.own, p.side, p.s2_form, p.s3_form, p.s4_form, p.reasons)
          = (d.region_id, d.year, d.agency_kind, whole.own, whole.side, whole.s2_form, whole.s3_form, whole.s4_form, whole.reasons)) part
      GROUP BY i) indicator) indicators;
END $$;

-- Adds up what is due, from the deepest regions up. Who changes a region waits for whoever changes it at that moment, the deepest region first and
-- among equals the one of the lowest id, and then sees what that one made of it.
CREATE FUNCTION add_up() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE level int; few boolean := (SELECT count(*) < 1000 FROM sums_due);
BEGIN
  -- A few are found by their keys, by plans that are made once; for many a plan is made at each depth, as the tables grow.
  PERFORM set_config('plan_cache_mode', CASE WHEN few THEN 'force_generic_plan' ELSE 'force_custom_plan' END, true),
    set_config('enable_seqscan', CASE WHEN few THEN 'off' ELSE 'on' END, true);
  FOR level IN SELECT DISTINCT depth FROM sums_due ORDER BY depth DESC LOOP
    PERFORM FROM regions WHERE id IN (SELECT region_id FROM sums_due WHERE depth = level) ORDER BY id FOR NO KEY UPDATE;
    PERFORM replace_rollups(level), replace_restated_sums(level);
  END LOOP;
  DELETE FROM sums_due;
END $$;

CREATE FUNCTION add_up_at_the_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM add_up();
  RETURN NULL;
END $$;

-- Every standing and every sum anew: after the catalogue gained an indicator, or to mend what was tampered with. Who files or decides meanwhile waits.
CREATE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  LOCK TABLE reports, edition_events, sums_due IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM restated_sums;
  DELETE FROM rollups;
  DELETE FROM standings;
  INSERT INTO standings SELECT now_is.* FROM reports r CROSS JOIN LATERAL standings_of(r.id) now_is;
  INSERT INTO sums_due SELECT DISTINCT a.*, r.year, r.agency_kind, kept.what
    FROM (SELECT DISTINCT region_path, year, agency_kind FROM reports WHERE obliged) r CROSS JOIN LATERAL with_those_above(r.region_path) a
    CROSS JOIN unnest('{due,accepted,published,restated}'::text[]) AS kept(what);
  ANALYZE standings, sums_due;
  PERFORM add_up();
END $$;

REVOKE EXECUTE ON FUNCTION add_up, let_stand, rebuild_rollups, replace_restated_sums, replace_rollups, standings_of FROM PUBLIC;

COMMENT ON TABLE standings IS 'Which edition stands for a report in each state, what it gives each indicator, and which was published first where that is another.';
COMMENT ON COLUMN standings.state IS 'Latest whatever it is, latest accepted, latest published.';
COMMENT ON COLUMN standings.edition_state IS 'What the edition is now.';
COMMENT ON COLUMN standings.filed_at IS 'When the report was first filed; unknown where an imported one bears neither a day of publication nor of signing.';
COMMENT ON COLUMN standings.late IS 'Whether that was after it was due.';
COMMENT ON COLUMN standings.s2_form IS 'The form of section two.';
COMMENT ON COLUMN standings.s3_form IS 'The form of section three.';
COMMENT ON COLUMN standings.s4_form IS 'The form of section four.';
COMMENT ON COLUMN standings.numerators IS 'By position of the indicator; null where a needed cell is absent, and of the state latest, which is never added up.';
COMMENT ON COLUMN standings.denominators IS 'Likewise.';
COMMENT ON COLUMN standings.first_edition_id IS 'Published first, where that is another.';
COMMENT ON COLUMN standings.since IS 'When this one came to stand.';
COMMENT ON COLUMN standings.reason_classes IS 'Of the amendments between.';
COMMENT ON COLUMN standings.first_numerators IS 'Of the edition published first.';
COMMENT ON COLUMN standings.first_denominators IS 'Likewise.';
ALTER TABLE standings ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON standings TO gongkai_app;
CREATE POLICY seen_by_right ON standings FOR SELECT TO gongkai_app
  USING (state = 'published' OR may_see_edition(edition_id, report_id));

COMMENT ON TABLE rollups IS 'Of a region with all below it, for a year and a kind of agencies: how many owe a report, how many stand in a state, how many of these were filed late, and what they add up to.';
COMMENT ON COLUMN rollups.parent_id IS 'The region above it on 31 December of the year.';
COMMENT ON COLUMN rollups.agency_kind IS 'Of the agencies added up.';
COMMENT ON COLUMN rollups.state IS 'Of the editions added up; due: whoever owes a report.';
COMMENT ON COLUMN rollups.s2_form IS 'The form of section two.';
COMMENT ON COLUMN rollups.s3_form IS 'The form of section three.';
COMMENT ON COLUMN rollups.s4_form IS 'The form of section four.';
COMMENT ON COLUMN rollups.reports IS 'How many.';
COMMENT ON COLUMN rollups.late IS 'How many of them were filed late.';
COMMENT ON COLUMN rollups.sums IS 'By cell position; null of what is due, like all that follows.';
COMMENT ON COLUMN rollups.counts IS 'How many gave a figure, by cell position.';
COMMENT ON COLUMN rollups.numerators IS 'By position of the indicator.';
COMMENT ON COLUMN rollups.denominators IS 'Likewise.';
COMMENT ON COLUMN rollups.answered IS 'How many gave every figure that the indicator needs.';
ALTER TABLE rollups ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON rollups TO gongkai_app;
CREATE POLICY public_or_in_sight ON rollups FOR SELECT TO gongkai_app USING (state IN ('due', 'published') OR region_within_sight(region_id));

COMMENT ON TABLE restated_sums IS 'Of the published reports of a region that stand with another edition than the first: what both make of the indicators in which they differ.';
COMMENT ON COLUMN restated_sums.parent_id IS 'The region above it on 31 December of the year.';
COMMENT ON COLUMN restated_sums.own IS 'Of agencies of the region itself, or of those below it.';
COMMENT ON COLUMN restated_sums.agency_kind IS 'Of the agencies.';
COMMENT ON COLUMN restated_sums.side IS 'By the first edition, or by the one that stands now.';
COMMENT ON COLUMN restated_sums.s2_form IS 'The form of section two.';
COMMENT ON COLUMN restated_sums.s3_form IS 'The form of section three.';
COMMENT ON COLUMN restated_sums.s4_form IS 'The form of section four.';
COMMENT ON COLUMN restated_sums.reasons IS 'Classes of the amendments, joined by commas.';
COMMENT ON COLUMN restated_sums.amended IS 'How many reports.';
COMMENT ON COLUMN restated_sums.numerators IS 'By position of the indicator.';
COMMENT ON COLUMN restated_sums.denominators IS 'Likewise.';
COMMENT ON COLUMN restated_sums.answered IS 'Reports with a figure.';
COMMENT ON COLUMN restated_sums.reports IS 'Reports that differ.';
COMMENT ON COLUMN restated_sums.since IS 'When one of them last came to differ.';
ALTER TABLE restated_sums ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON restated_sums TO gongkai_app;
CREATE POLICY published ON restated_sums FOR SELECT TO gongkai_app USING (true);

COMMENT ON TABLE sums_due IS 'What has to be added up again before the transaction ends; empty outside of one.';
COMMENT ON COLUMN sums_due.region_id IS 'The region.';
COMMENT ON COLUMN sums_due.parent_id IS 'The region above it.';
COMMENT ON COLUMN sums_due.depth IS 'How many regions there are from the outermost to this one.';
COMMENT ON COLUMN sums_due.year IS 'Of the reports.';
COMMENT ON COLUMN sums_due.agency_kind IS 'Of the agencies.';
COMMENT ON COLUMN sums_due.what IS 'Whoever owes a report, the sums of a state, or what was restated.';
ALTER TABLE sums_due ENABLE ROW LEVEL SECURITY;

CREATE TRIGGER events_let_stand AFTER INSERT ON edition_events REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION events_let_stand();
CREATE TRIGGER obligations_added AFTER INSERT ON reports REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION obligations_are_due();
CREATE TRIGGER obligations_changed AFTER UPDATE ON reports REFERENCING OLD TABLE AS taken NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION obligations_are_due();
CREATE TRIGGER obligations_taken AFTER DELETE ON reports REFERENCING OLD TABLE AS taken
  FOR EACH STATEMENT EXECUTE FUNCTION obligations_are_due();
CREATE CONSTRAINT TRIGGER sums_are_added_up AFTER INSERT ON sums_due DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.depth = 1) EXECUTE FUNCTION add_up_at_the_end();

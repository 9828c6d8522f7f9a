import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands behind a sum is counted as reports become due and are published, like the sums themselves: the coverage of a nation is a few rows,
 * not a walk over all its obligations. Late stays a comparison of times: when a report was first filed never changes.
 */
export class CoverageWasCountedAlong1764000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
    await runner.query(OBLIGATIONS);
    await runner.query(STANDINGS);
    await runner.query(REBUILDING);
    await runner.query('SELECT recount_agencies()');
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const COUNTS = `
  -- Obliged agencies of a region with all below it: how many owe a report (due), how many stand in a state, and how many of these filed late.
  CREATE TABLE coverage_counts (
    region_id bigint NOT NULL REFERENCES regions,
    year int NOT NULL,
    agency_kind text NOT NULL,
    state text NOT NULL CHECK (state IN ('due', 'accepted', 'published')),
    agencies int NOT NULL CHECK (agencies > 0),
    late int NOT NULL CHECK (late BETWEEN 0 AND agencies),
    PRIMARY KEY (region_id, year, agency_kind, state)
  );
  ALTER TABLE coverage_counts ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON coverage_counts TO gongkai_app;
  CREATE POLICY public_or_in_sight ON coverage_counts FOR SELECT TO gongkai_app
    USING (state IN ('due', 'published') OR region_within_sight(region_id));

  -- Nobody is called late whose filing has no known day, as that of a report published elsewhere may not.
  CREATE FUNCTION is_late(filed_at timestamptz, due_on date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT ((filed_at AT TIME ZONE 'Asia/Shanghai')::date > due_on) IS TRUE
  $$;

  -- Counts some more, or fewer; who is not counted has no row.
  CREATE FUNCTION count_agencies(region bigint, reported int, kind text, counted_state text, more int, more_late int) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    DELETE FROM coverage_counts c WHERE c.region_id = region AND c.year = reported AND c.agency_kind = kind AND c.state = counted_state
      AND c.agencies + more = 0;
    IF FOUND THEN RETURN; END IF;
    UPDATE coverage_counts c SET agencies = c.agencies + more, late = c.late + more_late
      WHERE c.region_id = region AND c.year = reported AND c.agency_kind = kind AND c.state = counted_state;
    IF NOT FOUND THEN INSERT INTO coverage_counts VALUES (region, reported, kind, counted_state, more, more_late); END IF;
  END $$;
`;

const OBLIGATIONS = `
  CREATE FUNCTION count_obligations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    -- One roster is written at a time, so that no two wait for each other's regions.
    PERFORM pg_advisory_xact_lock(hashtextextended('the roster', 0));
    IF TG_OP <> 'INSERT' THEN
      PERFORM count_agencies(region, year, agency_kind, 'due', -agencies, 0)
      FROM (SELECT region, year, agency_kind, count(*)::int AS agencies FROM taken, unnest(region_path) AS region WHERE obliged GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) paths;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      PERFORM count_agencies(region, year, agency_kind, 'due', agencies, 0)
      FROM (SELECT region, year, agency_kind, count(*)::int AS agencies FROM added, unnest(region_path) AS region WHERE obliged GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) paths;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER obligations_are_counted AFTER INSERT ON reports REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
  CREATE TRIGGER obligations_are_recounted AFTER UPDATE ON reports REFERENCING OLD TABLE AS taken NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
  CREATE TRIGGER obligations_are_discounted AFTER DELETE ON reports REFERENCING OLD TABLE AS taken
    FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
`;

const STANDINGS = `
  CREATE OR REPLACE FUNCTION restate(report bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE change record; region bigint; r reports%ROWTYPE;
  BEGIN
    SELECT * INTO STRICT r FROM reports WHERE id = report;
    -- One at a time in each region, all in the same order.
    FOR region IN SELECT unnest(r.region_path) ORDER BY 1 LOOP
      PERFORM pg_advisory_xact_lock(hashtext('rollup'), region::int);
    END LOOP;
    FOR change IN
      SELECT s.state, was.edition_id AS was, now_is.edition_id AS becomes,
        (now_is.edition_id IS NOT NULL)::int - (was.edition_id IS NOT NULL)::int AS more,
        is_late(CASE WHEN was.edition_id IS NULL THEN now_is.filed_at ELSE was.filed_at END, r.due_on)::int AS late
      FROM (VALUES ('accepted'), ('published')) AS s(state)
      LEFT JOIN standings was ON was.report_id = report AND was.state = s.state
      LEFT JOIN standing_editions(report) now_is ON now_is.state = s.state
      WHERE was.edition_id IS DISTINCT FROM now_is.edition_id
      ORDER BY s.state
    LOOP
      IF change.was IS NOT NULL THEN PERFORM roll(change.was, change.state, -1); END IF;
      IF change.becomes IS NOT NULL THEN PERFORM roll(change.becomes, change.state, 1); END IF;
      IF r.obliged AND change.more <> 0 THEN
        PERFORM count_agencies(above, r.year, r.agency_kind, change.state, change.more, change.more * change.late)
        FROM (SELECT unnest(r.region_path) AS above ORDER BY 1) path;
      END IF;
    END LOOP;
    DELETE FROM standings WHERE report_id = report;
    INSERT INTO standings
      SELECT report, s.state, s.edition_id, s.edition_state, s.filed_at, parts.numerators, parts.denominators
      FROM standing_editions(report) s JOIN editions e ON e.id = s.edition_id
      LEFT JOIN LATERAL indicator_parts(e.figures, e.s2_form, e.s3_form) parts ON s.state <> 'latest';
  END $$;
`;

const REBUILDING = `
  -- All coverage anew from the obligations and what stands for them.
  CREATE FUNCTION recount_agencies() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM coverage_counts;
    WITH counted AS (
      SELECT r.region_path, r.year, r.agency_kind, s.state, count(*)::int AS agencies, count(*) FILTER (WHERE is_late(s.filed_at, r.due_on))::int AS late
      FROM reports r CROSS JOIN LATERAL (
        SELECT 'due' AS state, NULL::timestamptz AS filed_at
        UNION ALL SELECT h.state, h.filed_at FROM standings h WHERE h.report_id = r.id AND h.state <> 'latest') s
      WHERE r.obliged GROUP BY r.region_path, r.year, r.agency_kind, s.state
    )
    INSERT INTO coverage_counts
    SELECT region, year, agency_kind, state, sum(agencies)::int, sum(late)::int FROM counted, unnest(region_path) AS region GROUP BY 1, 2, 3, 4;
  $$;

  CREATE OR REPLACE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE reported int;
  BEGIN
    PERFORM rebuild_standings();
    DELETE FROM rollups;
    FOR reported IN SELECT DISTINCT year FROM reports ORDER BY year LOOP PERFORM roll_year(reported); END LOOP;
    PERFORM pg_advisory_xact_lock(hashtextextended('the roster', 0));
    PERFORM recount_agencies();
  END $$;
  REVOKE EXECUTE ON FUNCTION count_agencies(bigint, int, text, text, int, int), count_obligations(), recount_agencies() FROM PUBLIC;
`;

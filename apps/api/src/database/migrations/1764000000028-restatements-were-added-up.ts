import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was restated is added up along like the sums themselves: that a figure of a nation is no longer the one first published is read from a
 * few rows, not from every amended report.
 */
export class RestatementsWereAddedUp1764000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUMS);
    await runner.query(ADDING);
    await runner.query(STANDINGS);
    await runner.query(REBUILDING);
    await runner.query('DROP FUNCTION published_restatements(bigint, text, int, int, text[], int[])');
    await runner.query('SELECT rebuild_restated_sums()');
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const SUMS = `
  -- Of the published reports of a region that stand with another edition than the first: what both make of the indicators in which they differ.
  CREATE TABLE restated_sums (
    region_id bigint NOT NULL REFERENCES regions,
    -- Of agencies of the region itself, or of those below it.
    own boolean NOT NULL,
    year int NOT NULL,
    agency_kind text NOT NULL,
    side text NOT NULL CHECK (side IN ('first', 'now')),
    s2_form text NOT NULL,
    s3_form text NOT NULL,
    -- Reason classes of the amendments, joined by commas.
    reasons text NOT NULL,
    amended int NOT NULL CHECK (amended > 0),
    -- By position of the indicator: sums, reports with a figure, reports that differ, and the latest moment one of them came to differ.
    numerators bigint[] NOT NULL,
    denominators bigint[] NOT NULL,
    answered int[] NOT NULL,
    reports int[] NOT NULL,
    since timestamptz[] NOT NULL,
    PRIMARY KEY (region_id, year, agency_kind, own, side, s2_form, s3_form, reasons)
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE restated_sums ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON restated_sums TO gongkai_app;
  CREATE POLICY published ON restated_sums FOR SELECT TO gongkai_app USING (true);

  -- The same report by report; nothing but the indicators that differ.
  CREATE VIEW restated_parts AS
    SELECT x.report_id, r.region_id, r.region_path, r.year, r.agency_kind, v.side, v.s2_form, v.s3_form,
      array_to_string(x.reason_classes, ',') AS reasons, x.since, made.*
    FROM restatements x JOIN reports r ON r.id = x.report_id JOIN standings s ON s.report_id = x.report_id AND s.state = x.state
    JOIN editions f ON f.id = x.first_edition_id JOIN editions n ON n.id = s.edition_id
    CROSS JOIN LATERAL (VALUES ('first', f.s2_form, f.s3_form, x.numerators, x.denominators),
      ('now', n.s2_form, n.s3_form, s.numerators, s.denominators)) AS v(side, s2_form, s3_form, numerators, denominators)
    CROSS JOIN LATERAL (
      SELECT array_agg(CASE WHEN p.differs THEN p.numerator END ORDER BY p.i) AS numerators,
        array_agg(CASE WHEN p.differs THEN p.denominator END ORDER BY p.i) AS denominators,
        array_agg(CASE WHEN p.differs THEN 1 END ORDER BY p.i) AS reports
      FROM (SELECT i, v.numerators[i] AS numerator, v.denominators[i] AS denominator,
          (x.numerators[i], x.denominators[i]) IS DISTINCT FROM (s.numerators[i], s.denominators[i]) AS differs
        FROM generate_subscripts(v.numerators, 1) AS i) p
      HAVING bool_or(p.differs)) made
    WHERE x.state = 'published' AND r.obliged;
`;

const ADDING = `
  -- When the reports behind a row, but for one, last came to differ in each indicator.
  CREATE FUNCTION restated_since(held restated_sums, without bigint) RETURNS timestamptz[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT array_agg(since ORDER BY i) FROM (
      SELECT i, max(p.since) FILTER (WHERE p.reports[i] = 1) AS since
      FROM generate_subscripts(held.reports, 1) AS i LEFT JOIN restated_parts p ON p.report_id <> without
        AND p.region_path @> ARRAY[held.region_id] AND (p.region_id = held.region_id) = held.own AND p.year = held.year
        AND p.agency_kind = held.agency_kind AND p.side = held.side AND p.s2_form = held.s2_form AND p.s3_form = held.s3_form
        AND p.reasons = held.reasons
      GROUP BY i) latest
  $$;

  -- Adds (sign 1) or takes away (-1) what one report restates, in every region above its agency; a report that restates nothing changes nothing.
  CREATE FUNCTION roll_restatement(report bigint, sign int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE part restated_parts%ROWTYPE; held restated_sums%ROWTYPE; region bigint;
  BEGIN
    FOR part IN SELECT * FROM restated_parts p WHERE p.report_id = report LOOP
      FOR region IN SELECT unnest(part.region_path) ORDER BY 1 LOOP
        SELECT * INTO held FROM restated_sums h WHERE h.region_id = region AND h.own = (region = part.region_id) AND h.year = part.year
          AND h.agency_kind = part.agency_kind AND h.side = part.side AND h.s2_form = part.s2_form AND h.s3_form = part.s3_form AND h.reasons = part.reasons;
        IF NOT FOUND THEN
          IF sign < 0 THEN RAISE EXCEPTION 'what was restated in region % vanished', region; END IF;
          held := ROW(region, region = part.region_id, part.year, part.agency_kind, part.side, part.s2_form, part.s3_form, part.reasons, 0, '{}', '{}', '{}', '{}', '{}');
        END IF;
        DELETE FROM restated_sums h WHERE h.region_id = region AND h.own = held.own AND h.year = part.year AND h.agency_kind = part.agency_kind
          AND h.side = part.side AND h.s2_form = part.s2_form AND h.s3_form = part.s3_form AND h.reasons = part.reasons;
        held.since := CASE
          WHEN sign > 0 THEN ARRAY(SELECT greatest(held.since[i], CASE WHEN part.reports[i] = 1 THEN part.since END) FROM generate_subscripts(part.reports, 1) AS i ORDER BY i)
          -- Only where this report was the latest is the one before it looked for.
          WHEN EXISTS (SELECT FROM generate_subscripts(part.reports, 1) AS i WHERE part.reports[i] = 1 AND held.since[i] = part.since) THEN restated_since(held, report)
          ELSE held.since END;
        held.amended := held.amended + sign;
        held.numerators := add_figures(held.numerators, held.answered, part.numerators, sign);
        held.denominators := add_figures(held.denominators, held.answered, part.denominators, sign);
        held.answered := count_figures(held.answered, part.numerators, sign);
        held.reports := count_figures(held.reports, part.reports, sign);
        IF held.amended > 0 THEN INSERT INTO restated_sums SELECT held.*; END IF;
      END LOOP;
    END LOOP;
  END $$;
`;

const STANDINGS = `
  ALTER FUNCTION restate(bigint) RENAME TO restate_sums;
  CREATE FUNCTION restate(report bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE region bigint;
  BEGIN
    -- One at a time in each region, all in the same order.
    FOR region IN SELECT unnest(region_path) FROM reports WHERE id = report ORDER BY 1 LOOP
      PERFORM pg_advisory_xact_lock(hashtext('rollup'), region::int);
    END LOOP;
    PERFORM roll_restatement(report, -1);
    PERFORM restate_sums(report);
    PERFORM roll_restatement(report, 1);
  END $$;
`;

const REBUILDING = `
  CREATE FUNCTION rebuild_restated_sums() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM restated_sums;
    WITH parts AS MATERIALIZED (
      SELECT row_number() OVER () AS id, * FROM restated_parts
    ), keys AS MATERIALIZED (
      SELECT id, region, region = region_id AS own, year, agency_kind, side, s2_form, s3_form, reasons FROM parts, unnest(region_path) AS region
    ), amended AS (
      SELECT region, own, year, agency_kind, side, s2_form, s3_form, reasons, count(*)::int AS amended FROM keys GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ), sums AS (
      SELECT k.region, k.own, k.year, k.agency_kind, k.side, k.s2_form, k.s3_form, k.reasons, n.i, sum(n.numerator)::bigint AS numerator,
        sum(n.denominator)::bigint AS denominator, count(n.numerator)::int AS answered, count(n.differs)::int AS reports,
        max(p.since) FILTER (WHERE n.differs = 1) AS since
      FROM keys k JOIN parts p USING (id)
      CROSS JOIN LATERAL unnest(p.numerators, p.denominators, p.reports) WITH ORDINALITY AS n(numerator, denominator, differs, i)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    )
    INSERT INTO restated_sums
    SELECT region, own, year, agency_kind, side, s2_form, s3_form, reasons, a.amended, array_agg(numerator ORDER BY i), array_agg(denominator ORDER BY i),
      array_agg(answered ORDER BY i), array_agg(reports ORDER BY i), array_agg(since ORDER BY i)
    FROM sums JOIN amended a USING (region, own, year, agency_kind, side, s2_form, s3_form, reasons) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
      ORDER BY 1, 3, 4
  $$;

  -- As before; but what is read together lies together.
  CREATE OR REPLACE FUNCTION recount_agencies() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM coverage_counts;
    WITH counted AS (
      SELECT r.region_path, r.year, r.agency_kind, s.state, count(*)::int AS agencies, count(*) FILTER (WHERE is_late(s.filed_at, r.due_on))::int AS late
      FROM reports r CROSS JOIN LATERAL (
        SELECT 'due' AS state, NULL::timestamptz AS filed_at
        UNION ALL SELECT h.state, h.filed_at FROM standings h WHERE h.report_id = r.id AND h.state <> 'latest') s
      WHERE r.obliged GROUP BY r.region_path, r.year, r.agency_kind, s.state
    )
    INSERT INTO coverage_counts
    SELECT region, year, agency_kind, state, sum(agencies)::int, sum(late)::int FROM counted, unnest(region_path) AS region GROUP BY 1, 2, 3, 4
      ORDER BY 1, 2, 3, 4;
  $$;

  CREATE OR REPLACE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE reported int;
  BEGIN
    PERFORM rebuild_standings();
    DELETE FROM rollups;
    FOR reported IN SELECT DISTINCT year FROM reports ORDER BY year LOOP PERFORM roll_year(reported); END LOOP;
    PERFORM rebuild_restated_sums();
    PERFORM pg_advisory_xact_lock(hashtextextended('the roster', 0));
    PERFORM recount_agencies();
  END $$;
  REVOKE EXECUTE ON FUNCTION restated_since(restated_sums, bigint), roll_restatement(bigint, int), restate(bigint), rebuild_restated_sums() FROM PUBLIC;
  REVOKE ALL ON restated_parts FROM PUBLIC;
`;

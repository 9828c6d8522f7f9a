import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rebuilding goes over all editions at once instead of one by one, so that a million reports take minutes. What it leaves equals what the
 * triggers have added up edition by edition. And regions may stand below a nation.
 */
export class SumsWereRebuiltAtOnce1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE region_versions DROP CONSTRAINT region_versions_level_check;
      ALTER TABLE region_versions ADD CONSTRAINT region_versions_level_check
        CHECK (level IN ('nation', 'province', 'prefecture', 'county', 'township', 'functional_zone'));
    `);
    await runner.query(STANDINGS);
    await runner.query(ROLLUPS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const STANDINGS = `
  -- What indicator_parts computes, as SQL over columns c1, c2 … holding the cells: a sum written with + is NULL where one of its cells is.
  CREATE FUNCTION indicator_parts_sql(s2_form text, s3_form text, OUT numerators text, OUT denominators text) LANGUAGE sql STABLE AS $$
    SELECT format('ARRAY[%s]::bigint[]', string_agg(CASE WHEN whole IS NULL THEN 'NULL' ELSE format('CASE WHEN %s THEN %s END', whole, n) END, ', ' ORDER BY position)),
           format('ARRAY[%s]::bigint[]', string_agg(CASE WHEN whole IS NULL OR d IS NULL THEN 'NULL' ELSE format('CASE WHEN %s THEN %s END', whole, d) END, ', ' ORDER BY position))
    FROM (
      SELECT p.position, n.added AS n, d.added AS d,
        '(' || n.added || ') IS NOT NULL' || CASE WHEN d.added IS NULL THEN '' ELSE format(' AND (%s) IS NOT NULL', d.added) END AS whole
      FROM (SELECT DISTINCT position FROM indicator_terms) p
      LEFT JOIN indicator_terms t ON t.position = p.position
        AND t.form = CASE t.section WHEN 's2' THEN indicator_parts_sql.s2_form ELSE indicator_parts_sql.s3_form END
      CROSS JOIN LATERAL (SELECT string_agg('c' || c, ' + ') AS added FROM unnest(t.numerator_cells) AS c) n
      CROSS JOIN LATERAL (SELECT string_agg('c' || c, ' + ') AS added FROM unnest(t.denominator_cells) AS c) d
    ) parts
  $$;

  -- standing_editions of every report.
  CREATE FUNCTION rebuild_standings() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '256MB' AS $$
  DECLARE cells text; numerators text; denominators text;
  BEGIN
    DELETE FROM standings;
    SELECT string_agg(format('e.figures[%s] AS c%s', c, c), ', ') INTO cells
      FROM (SELECT DISTINCT unnest(numerator_cells || denominator_cells) AS c FROM indicator_terms) needed;
    IF cells IS NULL THEN RETURN; END IF;
    SELECT string_agg(format('WHEN s.s2_form = %L AND s.s3_form = %L THEN %s', f.s2_form, f.s3_form, parts.numerators), ' '),
           string_agg(format('WHEN s.s2_form = %L AND s.s3_form = %L THEN %s', f.s2_form, f.s3_form, parts.denominators), ' ')
      INTO numerators, denominators
      FROM (SELECT DISTINCT s2_form, s3_form FROM editions) f CROSS JOIN LATERAL indicator_parts_sql(f.s2_form, f.s3_form) parts;
    IF numerators IS NULL THEN RETURN; END IF;
    EXECUTE format($sql$
      WITH last_events AS (
        SELECT DISTINCT ON (edition_id) edition_id, state FROM edition_events ORDER BY edition_id, sequence DESC
      ), first_filed AS (
        SELECT report_id, min(counts_as_filed(origin, received_at, published_on, signed_on)) AS at FROM editions GROUP BY report_id
      ), standing AS (
        SELECT DISTINCT ON (e.report_id, s.state) e.report_id, s.state, e.id, e.s2_form, e.s3_form, l.state AS edition_state
        FROM editions e JOIN last_events l ON l.edition_id = e.id
        JOIN (VALUES ('latest', ARRAY['submitted', 'returned', 'accepted', 'published', 'withdrawn']),
                     ('accepted', ARRAY['accepted', 'published']), ('published', ARRAY['published'])) AS s(state, counted)
          ON l.state = ANY (s.counted)
        ORDER BY e.report_id, s.state, e.number DESC
      )
      INSERT INTO standings
      SELECT s.report_id, s.state, s.id, s.edition_state, f.at,
        CASE WHEN s.state = 'latest' THEN NULL %2$s END, CASE WHEN s.state = 'latest' THEN NULL %3$s END
      FROM standing s JOIN first_filed f ON f.report_id = s.report_id JOIN editions e ON e.id = s.id
      -- Each cell is looked up once.
      CROSS JOIN LATERAL (SELECT %1$s OFFSET 0) cells
    $sql$, cells, numerators, denominators);
  END $$;
`;

const ROLLUPS = `
  -- The sums of one year. Cells, numerators and denominators are one line of numbers, added up in the region that reports and then in those above it.
  CREATE FUNCTION roll_year(rolled int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '256MB' AS $$
    WITH width AS (
      SELECT (SELECT max(cardinality(figures)) FROM editions) AS cells, (SELECT count(DISTINCT position)::int FROM indicator_terms) AS indicators
    ), counted AS MATERIALIZED (
      SELECT r.region_path, e.s2_form, e.s3_form, r.agency_kind, array_agg(s.state ORDER BY s.state) AS standing_as, r.id AS report_id, s.edition_id
      FROM standings s JOIN reports r ON r.id = s.report_id JOIN editions e ON e.id = s.edition_id
      WHERE r.year = rolled AND r.obliged AND s.state <> 'latest'
      GROUP BY r.id, s.edition_id, e.s2_form, e.s3_form
    ), own AS MATERIALIZED (
      SELECT row_number() OVER () AS own_id, count(*) AS editions, region_path, s2_form, s3_form, agency_kind, standing_as
      FROM counted GROUP BY region_path, s2_form, s3_form, agency_kind, standing_as
    ), above AS MATERIALIZED (
      SELECT own_id, dense_rank() OVER (ORDER BY region, s2_form, s3_form, agency_kind, state) AS id, editions, region, s2_form, s3_form, agency_kind, state
      FROM own CROSS JOIN unnest(region_path) AS region CROSS JOIN unnest(standing_as) AS state
    ), numbers AS (
      SELECT own_id, generate_series(1, w.cells + 2 * w.indicators) AS i,
        unnest(e.figures || array_fill(NULL::bigint, ARRAY[w.cells - cardinality(e.figures)]) || s.numerators || s.denominators) AS n
      FROM counted JOIN own USING (region_path, s2_form, s3_form, agency_kind, standing_as)
      JOIN editions e ON e.id = edition_id
      JOIN standings s ON s.report_id = counted.report_id AND s.state = standing_as[1]
      CROSS JOIN width w
    ), own_sums AS MATERIALIZED (
      SELECT own_id, i, sum(n)::bigint AS n, count(n)::int AS counted FROM numbers GROUP BY own_id, i
    ), sums AS MATERIALIZED (
      SELECT id, i, sum(n)::bigint AS n, sum(counted)::int AS counted FROM own_sums JOIN above USING (own_id) GROUP BY id, i
    ), lines AS (
      SELECT id, array_agg(n ORDER BY i) AS n, array_agg(counted ORDER BY i) AS counted FROM sums GROUP BY id
    ), keys AS (
      SELECT id, region, s2_form, s3_form, agency_kind, state, sum(editions)::int AS editions
      FROM above GROUP BY id, region, s2_form, s3_form, agency_kind, state
    )
    INSERT INTO rollups
    SELECT region, rolled, s2_form, s3_form, agency_kind, state, editions, n[:cells], counted[:cells], n[cells + 1:cells + indicators],
      n[cells + indicators + 1:], counted[cells + 1:cells + indicators]
    FROM lines JOIN keys USING (id) CROSS JOIN width
  $$;

  -- Everything anew from the events: after the catalogue gained an indicator, or to prove that nothing drifted.
  CREATE OR REPLACE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE reported int;
  BEGIN
    PERFORM rebuild_standings();
    DELETE FROM rollups;
    FOR reported IN SELECT DISTINCT year FROM reports ORDER BY year LOOP PERFORM roll_year(reported); END LOOP;
  END $$;
  REVOKE EXECUTE ON FUNCTION rebuild_standings(), roll_year(int) FROM PUBLIC;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is added up is parted by the form of section four too. */
export class SectionFourGotItsForm1764000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADDING);
    await runner.query(RESTATING);
    await runner.query(REBUILDING);
    await runner.query('SELECT rebuild_rollups()');
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const ADDING = `
  -- Numerators and denominators of every indicator for one edition; both NULL where a needed cell is absent.
  CREATE FUNCTION indicator_parts(figures bigint[], s2_form text, s3_form text, s4_form text, OUT numerators bigint[], OUT denominators bigint[])
  LANGUAGE sql STABLE AS $$
    SELECT array_agg(CASE WHEN answers THEN numerator END ORDER BY position),
           array_agg(CASE WHEN answers THEN denominator END ORDER BY position)
    FROM (
      SELECT p.position, part.numerator, part.denominator,
             part.numerator IS NOT NULL AND (part.denominator IS NOT NULL OR cardinality(t.denominator_cells) = 0) AS answers
      FROM (SELECT DISTINCT position FROM indicator_terms) p
      LEFT JOIN indicator_terms t ON t.position = p.position
        AND t.form = CASE t.section WHEN 's2' THEN indicator_parts.s2_form WHEN 's3' THEN indicator_parts.s3_form ELSE indicator_parts.s4_form END
      LEFT JOIN LATERAL (
        SELECT whole_sum(indicator_parts.figures, t.numerator_cells) AS numerator,
               whole_sum(indicator_parts.figures, t.denominator_cells) AS denominator
      ) part ON t.position IS NOT NULL
    ) parts
  $$;

  -- Adds (sign 1) or takes away (-1) one edition in every region above its agency.
  CREATE OR REPLACE FUNCTION roll(edition bigint, counted_state text, sign int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    e editions%ROWTYPE; r reports%ROWTYPE; parts record; region bigint;
  BEGIN
    SELECT * INTO STRICT e FROM editions WHERE id = edition;
    SELECT * INTO STRICT r FROM reports WHERE id = e.report_id;
    IF NOT r.obliged THEN RETURN; END IF;
    SELECT * INTO parts FROM indicator_parts(e.figures, e.s2_form, e.s3_form, e.s4_form);
    FOR region IN SELECT unnest(r.region_path) ORDER BY 1 LOOP
      INSERT INTO rollups AS held VALUES (region, r.year, e.s2_form, e.s3_form, e.s4_form, r.agency_kind, counted_state, 0, '{}', '{}', '{}', '{}', '{}')
        ON CONFLICT DO NOTHING;
      UPDATE rollups AS held SET
        editions = held.editions + sign,
        sums = add_figures(held.sums, held.counts, e.figures, sign),
        counts = count_figures(held.counts, e.figures, sign),
        numerators = add_figures(held.numerators, held.answered, parts.numerators, sign),
        denominators = add_figures(held.denominators, held.answered, parts.denominators, sign),
        answered = count_figures(held.answered, parts.numerators, sign)
      WHERE held.region_id = region AND held.year = r.year AND held.s2_form = e.s2_form AND held.s3_form = e.s3_form AND held.s4_form = e.s4_form
        AND held.agency_kind = r.agency_kind AND held.state = counted_state;
      IF NOT FOUND THEN RAISE EXCEPTION 'the rollup of region % vanished', region; END IF;
      DELETE FROM rollups held WHERE held.region_id = region AND held.year = r.year AND held.s2_form = e.s2_form
        AND held.s3_form = e.s3_form AND held.s4_form = e.s4_form AND held.agency_kind = r.agency_kind AND held.state = counted_state AND held.editions = 0;
    END LOOP;
  END $$;

  CREATE OR REPLACE FUNCTION restate_sums(report bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
      LEFT JOIN LATERAL indicator_parts(e.figures, e.s2_form, e.s3_form, e.s4_form) parts ON s.state <> 'latest';
  END $$;
`;

const RESTATING = `
  -- Of these standings, what differs from the first publication. An edition counts as an amendment from the event that made it stand.
  CREATE OR REPLACE FUNCTION restatements_of(reports bigint[])
  RETURNS TABLE (report_id bigint, state text, first_edition_id bigint, since timestamptz, reason_classes text[], numerators bigint[], denominators bigint[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.report_id, s.state, f.id, stood.at,
      ARRAY(SELECT DISTINCT a.reason_class FROM editions a WHERE a.report_id = s.report_id AND a.reason_class IS NOT NULL
        AND a.number > f.number AND a.number <= now_is.number ORDER BY 1),
      parts.numerators, parts.denominators
    FROM standings s
    JOIN editions now_is ON now_is.id = s.edition_id
    CROSS JOIN LATERAL (
      SELECT e.* FROM editions e JOIN edition_events v ON v.edition_id = e.id AND v.state = 'published'
      WHERE e.report_id = s.report_id ORDER BY v.at, e.number LIMIT 1) f
    CROSS JOIN LATERAL (SELECT min(v.at) AS at FROM edition_events v WHERE v.edition_id = s.edition_id
      -- What was imported was published without being accepted first.
      AND v.state IN (s.state, 'published')) stood
    CROSS JOIN LATERAL indicator_parts(f.figures, f.s2_form, f.s3_form, f.s4_form) parts
    WHERE s.report_id = ANY (reports) AND s.state <> 'latest' AND f.id <> s.edition_id
  $$;

  -- When the reports behind a row, but for one, last came to differ in each indicator.
  CREATE FUNCTION restated_since(held restated_sums, without bigint) RETURNS timestamptz[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT array_agg(since ORDER BY i) FROM (
      SELECT i, max(p.since) FILTER (WHERE p.reports[i] = 1) AS since
      FROM generate_subscripts(held.reports, 1) AS i LEFT JOIN restated_parts p ON p.report_id <> without
        AND p.region_path @> ARRAY[held.region_id] AND (p.region_id = held.region_id) = held.own AND p.year = held.year
        AND p.agency_kind = held.agency_kind AND p.side = held.side AND p.s2_form = held.s2_form AND p.s3_form = held.s3_form AND p.s4_form = held.s4_form
        AND p.reasons = held.reasons
      GROUP BY i) latest
  $$;

  -- Adds (sign 1) or takes away (-1) what one report restates, in every region above its agency; a report that restates nothing changes nothing.
  CREATE OR REPLACE FUNCTION roll_restatement(report bigint, sign int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE part restated_parts%ROWTYPE; held restated_sums%ROWTYPE; region bigint;
  BEGIN
    FOR part IN SELECT * FROM restated_parts p WHERE p.report_id = report LOOP
      FOR region IN SELECT unnest(part.region_path) ORDER BY 1 LOOP
        SELECT * INTO held FROM restated_sums h WHERE h.region_id = region AND h.own = (region = part.region_id) AND h.year = part.year
          AND h.agency_kind = part.agency_kind AND h.side = part.side AND h.s2_form = part.s2_form AND h.s3_form = part.s3_form AND h.s4_form = part.s4_form AND h.reasons = part.reasons;
        IF NOT FOUND THEN
          IF sign < 0 THEN RAISE EXCEPTION 'what was restated in region % vanished', region; END IF;
          held := ROW(region, region = part.region_id, part.year, part.agency_kind, part.side, part.s2_form, part.s3_form, part.s4_form, part.reasons, 0, '{}', '{}', '{}', '{}', '{}');
        END IF;
        DELETE FROM restated_sums h WHERE h.region_id = region AND h.own = held.own AND h.year = part.year AND h.agency_kind = part.agency_kind
          AND h.side = part.side AND h.s2_form = part.s2_form AND h.s3_form = part.s3_form AND h.s4_form = part.s4_form AND h.reasons = part.reasons;
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
  REVOKE EXECUTE ON FUNCTION restated_since(restated_sums, bigint) FROM PUBLIC;
`;

const REBUILDING = `
  -- What indicator_parts computes, as SQL over columns c1, c2 … holding the cells: a sum written with + is NULL where one of its cells is.
  CREATE FUNCTION indicator_parts_sql(s2_form text, s3_form text, s4_form text, OUT numerators text, OUT denominators text) LANGUAGE sql STABLE AS $$
    SELECT format('ARRAY[%s]::bigint[]', string_agg(CASE WHEN whole IS NULL THEN 'NULL' ELSE format('CASE WHEN %s THEN %s END', whole, n) END, ', ' ORDER BY position)),
           format('ARRAY[%s]::bigint[]', string_agg(CASE WHEN whole IS NULL OR d IS NULL THEN 'NULL' ELSE format('CASE WHEN %s THEN %s END', whole, d) END, ', ' ORDER BY position))
    FROM (
      SELECT p.position, n.added AS n, d.added AS d,
        '(' || n.added || ') IS NOT NULL' || CASE WHEN d.added IS NULL THEN '' ELSE format(' AND (%s) IS NOT NULL', d.added) END AS whole
      FROM (SELECT DISTINCT position FROM indicator_terms) p
      LEFT JOIN indicator_terms t ON t.position = p.position
        AND t.form = CASE t.section WHEN 's2' THEN indicator_parts_sql.s2_form WHEN 's3' THEN indicator_parts_sql.s3_form ELSE indicator_parts_sql.s4_form END
      CROSS JOIN LATERAL (SELECT string_agg('c' || c, ' + ') AS added FROM unnest(t.numerator_cells) AS c) n
      CROSS JOIN LATERAL (SELECT string_agg('c' || c, ' + ') AS added FROM unnest(t.denominator_cells) AS c) d
    ) parts
  $$;

  -- standing_editions of every report.
  CREATE OR REPLACE FUNCTION rebuild_standings() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '256MB' AS $$
  DECLARE cells text; numerators text; denominators text;
  BEGIN
    DELETE FROM standings;
    SELECT string_agg(format('e.figures[%s] AS c%s', c, c), ', ') INTO cells
      FROM (SELECT DISTINCT unnest(numerator_cells || denominator_cells) AS c FROM indicator_terms) needed;
    IF cells IS NULL THEN RETURN; END IF;
    SELECT string_agg(format('WHEN (s.s2_form, s.s3_form, s.s4_form) = (%L, %L, %L) THEN %s', f.s2_form, f.s3_form, f.s4_form, parts.numerators), ' '),
           string_agg(format('WHEN (s.s2_form, s.s3_form, s.s4_form) = (%L, %L, %L) THEN %s', f.s2_form, f.s3_form, f.s4_form, parts.denominators), ' ')
      INTO numerators, denominators
      FROM (SELECT DISTINCT s2_form, s3_form, s4_form FROM editions) f CROSS JOIN LATERAL indicator_parts_sql(f.s2_form, f.s3_form, f.s4_form) parts;
    IF numerators IS NULL THEN RETURN; END IF;
    EXECUTE format($sql$
      WITH last_events AS (
        SELECT DISTINCT ON (edition_id) edition_id, state FROM edition_events ORDER BY edition_id, sequence DESC
      ), first_filed AS (
        SELECT report_id, min(counts_as_filed(origin, received_at, published_on, signed_on)) AS at FROM editions GROUP BY report_id
      ), standing AS (
        SELECT DISTINCT ON (e.report_id, s.state) e.report_id, s.state, e.id, e.s2_form, e.s3_form, e.s4_form, l.state AS edition_state
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

  -- The sums of one year. Cells, numerators and denominators are one line of numbers, added up in the region that reports and then in those above it.
  CREATE OR REPLACE FUNCTION roll_year(rolled int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '256MB' AS $$
    WITH width AS (
      SELECT (SELECT max(cardinality(figures)) FROM editions) AS cells, (SELECT count(DISTINCT position)::int FROM indicator_terms) AS indicators
    ), counted AS MATERIALIZED (
      SELECT r.region_path, e.s2_form, e.s3_form, e.s4_form, r.agency_kind, array_agg(s.state ORDER BY s.state) AS standing_as, r.id AS report_id, s.edition_id
      FROM standings s JOIN reports r ON r.id = s.report_id JOIN editions e ON e.id = s.edition_id
      WHERE r.year = rolled AND r.obliged AND s.state <> 'latest'
      GROUP BY r.id, s.edition_id, e.s2_form, e.s3_form, e.s4_form
    ), own AS MATERIALIZED (
      SELECT row_number() OVER () AS own_id, count(*) AS editions, region_path, s2_form, s3_form, s4_form, agency_kind, standing_as
      FROM counted GROUP BY region_path, s2_form, s3_form, s4_form, agency_kind, standing_as
    ), above AS MATERIALIZED (
      SELECT own_id, dense_rank() OVER (ORDER BY region, s2_form, s3_form, s4_form, agency_kind, state) AS id, editions, region, s2_form, s3_form, s4_form, agency_kind, state
      FROM own CROSS JOIN unnest(region_path) AS region CROSS JOIN unnest(standing_as) AS state
    ), numbers AS (
      SELECT own_id, generate_series(1, w.cells + 2 * w.indicators) AS i,
        unnest(e.figures || array_fill(NULL::bigint, ARRAY[w.cells - cardinality(e.figures)]) || s.numerators || s.denominators) AS n
      FROM counted JOIN own USING (region_path, s2_form, s3_form, s4_form, agency_kind, standing_as)
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
      SELECT id, region, s2_form, s3_form, s4_form, agency_kind, state, sum(editions)::int AS editions
      FROM above GROUP BY id, region, s2_form, s3_form, s4_form, agency_kind, state
    )
    INSERT INTO rollups
    SELECT region, rolled, s2_form, s3_form, s4_form, agency_kind, state, editions, n[:cells], counted[:cells], n[cells + 1:cells + indicators],
      n[cells + indicators + 1:], counted[cells + 1:cells + indicators]
    FROM lines JOIN keys USING (id) CROSS JOIN width
  $$;

  CREATE OR REPLACE FUNCTION rebuild_restated_sums() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM restated_sums;
    WITH parts AS MATERIALIZED (
      SELECT row_number() OVER () AS id, * FROM restated_parts
    ), keys AS MATERIALIZED (
      SELECT id, region, region = region_id AS own, year, agency_kind, side, s2_form, s3_form, s4_form, reasons FROM parts, unnest(region_path) AS region
    ), amended AS (
      SELECT region, own, year, agency_kind, side, s2_form, s3_form, s4_form, reasons, count(*)::int AS amended FROM keys GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    ), sums AS (
      SELECT k.region, k.own, k.year, k.agency_kind, k.side, k.s2_form, k.s3_form, k.s4_form, k.reasons, n.i, sum(n.numerator)::bigint AS numerator,
        sum(n.denominator)::bigint AS denominator, count(n.numerator)::int AS answered, count(n.differs)::int AS reports,
        max(p.since) FILTER (WHERE n.differs = 1) AS since
      FROM keys k JOIN parts p USING (id)
      CROSS JOIN LATERAL unnest(p.numerators, p.denominators, p.reports) WITH ORDINALITY AS n(numerator, denominator, differs, i)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    )
    INSERT INTO restated_sums
    SELECT region, own, year, agency_kind, side, s2_form, s3_form, s4_form, reasons, a.amended, array_agg(numerator ORDER BY i), array_agg(denominator ORDER BY i),
      array_agg(answered ORDER BY i), array_agg(reports ORDER BY i), array_agg(since ORDER BY i)
    FROM sums JOIN amended a USING (region, own, year, agency_kind, side, s2_form, s3_form, s4_form, reasons) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      ORDER BY 1, 3, 4
  $$;
`;

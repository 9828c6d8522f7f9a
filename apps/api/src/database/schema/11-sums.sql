-- Which edition stands for a report, and the sums over regions that follow from it.

-- What each report restates; nothing but the indicators that differ.
CREATE VIEW restated_parts AS
  SELECT x.report_id, r.region_id, r.region_path, r.year, r.agency_kind, v.side, v.s2_form, v.s3_form, v.s4_form,
    array_to_string(x.reason_classes, ',') AS reasons, x.since, made.*
  FROM restatements x JOIN reports r ON r.id = x.report_id JOIN standings s ON s.report_id = x.report_id AND s.state = x.state
  JOIN editions f ON f.id = x.first_edition_id JOIN editions n ON n.id = s.edition_id
  CROSS JOIN LATERAL (VALUES ('first', f.s2_form, f.s3_form, f.s4_form, x.numerators, x.denominators),
    ('now', n.s2_form, n.s3_form, n.s4_form, s.numerators, s.denominators)) AS v(side, s2_form, s3_form, s4_form, numerators, denominators)
  CROSS JOIN LATERAL (
    SELECT array_agg(CASE WHEN p.differs THEN p.numerator END ORDER BY p.i) AS numerators,
      array_agg(CASE WHEN p.differs THEN p.denominator END ORDER BY p.i) AS denominators,
      array_agg(CASE WHEN p.differs THEN 1 END ORDER BY p.i) AS reports
    FROM (SELECT i, v.numerators[i] AS numerator, v.denominators[i] AS denominator,
        (x.numerators[i], x.denominators[i]) IS DISTINCT FROM (s.numerators[i], s.denominators[i]) AS differs
      FROM generate_subscripts(v.numerators, 1) AS i) p
    HAVING bool_or(p.differs)) made
  WHERE x.state = 'published' AND r.obliged;

-- The sum of these cells; NULL unless every one of them holds a figure.
CREATE FUNCTION whole_sum(figures bigint[], cells int[]) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN count(figures[c]) = count(*) THEN sum(figures[c])::bigint END FROM unnest(cells) AS c
$$;

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

CREATE FUNCTION counts_as_filed(origin text, received_at timestamptz, published_on date, signed_on date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN origin = 'filed' THEN received_at ELSE COALESCE(published_on, signed_on)::timestamp AT TIME ZONE 'Asia/Shanghai' END
$$;

-- Which edition stands for a report in each state, from its events alone.
CREATE FUNCTION standing_editions(report bigint) RETURNS TABLE (state text, edition_id bigint, edition_state text, filed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH last_events AS (
    SELECT e.id, e.number, (SELECT v.state FROM edition_events v WHERE v.edition_id = e.id ORDER BY v.sequence DESC LIMIT 1) AS now_is
    FROM editions e WHERE e.report_id = report
  ), first_filed AS (SELECT min(counts_as_filed(origin, received_at, published_on, signed_on)) AS at FROM editions WHERE report_id = report)
  SELECT DISTINCT ON (s.state) s.state, l.id, l.now_is, f.at
  FROM first_filed f, last_events l
  JOIN (VALUES ('latest', ARRAY['submitted', 'returned', 'accepted', 'published', 'withdrawn']),
               ('accepted', ARRAY['accepted', 'published']), ('published', ARRAY['published'])) AS s(state, counted)
    ON l.now_is = ANY (s.counted)
  ORDER BY s.state, l.number DESC
$$;

-- Nobody is called late whose filing has no known day, as that of a report published elsewhere may not.
CREATE FUNCTION is_late(filed_at timestamptz, due_on date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT ((filed_at AT TIME ZONE 'Asia/Shanghai')::date > due_on) IS TRUE
$$;

CREATE FUNCTION add_figures(held bigint[], held_counts int[], more bigint[], sign int) RETURNS bigint[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(CASE
    WHEN m IS NULL THEN h
    WHEN c IS NULL OR c = 0 THEN sign * m
    WHEN c + sign = 0 THEN NULL
    ELSE h + sign * m END ORDER BY i)
  FROM unnest(held, held_counts, more) WITH ORDINALITY AS t(h, c, m, i)
$$;

CREATE FUNCTION count_figures(held int[], more bigint[], sign int) RETURNS int[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(CASE WHEN m IS NULL THEN CASE WHEN h IS NULL THEN 0 ELSE h END WHEN h IS NULL THEN sign ELSE h + sign END ORDER BY i)
  FROM unnest(held, more) WITH ORDINALITY AS t(h, m, i)
$$;

-- Adds (sign 1) or takes away (-1) one edition in every region above its agency.
CREATE FUNCTION roll(edition bigint, counted_state text, sign int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE FUNCTION restate_sums(report bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

-- Of these standings, what differs from the first publication. An edition counts as an amendment from the event that made it stand.
CREATE FUNCTION restatements_of(reports bigint[])
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

CREATE FUNCTION standings_restate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM restatements r USING added s WHERE r.report_id = s.report_id;
  INSERT INTO restatements SELECT * FROM restatements_of(ARRAY(
    SELECT DISTINCT s.report_id FROM added s JOIN editions e ON e.report_id = s.report_id AND e.id <> s.edition_id WHERE s.state <> 'latest'))
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

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
CREATE FUNCTION roll_restatement(report bigint, sign int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE FUNCTION event_restates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM restate((SELECT report_id FROM editions WHERE id = NEW.edition_id));
  RETURN NULL;
END $$;

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
CREATE FUNCTION rebuild_standings() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '256MB' AS $$
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
CREATE FUNCTION roll_year(rolled int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET work_mem = '256MB' AS $$
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

CREATE FUNCTION rebuild_restated_sums() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

-- As before; but what is read together lies together.
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
  SELECT region, year, agency_kind, state, sum(agencies)::int, sum(late)::int FROM counted, unnest(region_path) AS region GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4;
$$;

-- Everything anew from the events: after the catalogue gained an indicator, or to prove that nothing drifted.
CREATE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE reported int;
BEGIN
  PERFORM rebuild_standings();
  DELETE FROM rollups;
  FOR reported IN SELECT DISTINCT year FROM reports ORDER BY year LOOP PERFORM roll_year(reported); END LOOP;
  PERFORM rebuild_restated_sums();
  PERFORM pg_advisory_xact_lock(hashtextextended('the roster', 0));
  PERFORM recount_agencies();
END $$;

REVOKE EXECUTE ON FUNCTION count_agencies, count_obligations, rebuild_restated_sums, rebuild_rollups, rebuild_standings, recount_agencies, restate, restate_sums, restated_since, restatements_of, roll, roll_restatement, roll_year, standing_editions FROM PUBLIC;

COMMENT ON TABLE standings IS 'Which edition stands for a report in each state, and what it gives each indicator.';
COMMENT ON COLUMN standings.state IS 'Latest whatever it is, latest accepted, latest published.';
COMMENT ON COLUMN standings.edition_state IS 'What the edition is now.';
COMMENT ON COLUMN standings.filed_at IS 'When the report was first filed; unknown where an imported one bears neither a day of publication nor of signing.';
COMMENT ON COLUMN standings.numerators IS 'By position of the indicator; null where a needed cell is absent.';
COMMENT ON COLUMN standings.denominators IS 'Likewise.';
ALTER TABLE standings ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON standings TO gongkai_app;
CREATE POLICY seen_by_right ON standings FOR SELECT TO gongkai_app
  USING (state = 'published' OR may_see_edition(edition_id, report_id));

COMMENT ON TABLE rollups IS 'Sums of a region with all below it, by year, forms and kind.';
COMMENT ON COLUMN rollups.s2_form IS 'The form of section two.';
COMMENT ON COLUMN rollups.s3_form IS 'The form of section three.';
COMMENT ON COLUMN rollups.s4_form IS 'The form of section four.';
COMMENT ON COLUMN rollups.agency_kind IS 'Of the agencies added up.';
COMMENT ON COLUMN rollups.state IS 'Of the editions added up.';
COMMENT ON COLUMN rollups.editions IS 'How many.';
COMMENT ON COLUMN rollups.sums IS 'By cell position.';
COMMENT ON COLUMN rollups.counts IS 'How many gave a figure, by cell position.';
COMMENT ON COLUMN rollups.numerators IS 'By position of the indicator.';
COMMENT ON COLUMN rollups.denominators IS 'Likewise.';
COMMENT ON COLUMN rollups.answered IS 'How many gave the indicator.';
ALTER TABLE rollups ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON rollups TO gongkai_app;
CREATE POLICY published_or_in_sight ON rollups FOR SELECT TO gongkai_app USING (state = 'published' OR region_within_sight(region_id));

COMMENT ON TABLE coverage_counts IS 'Obliged agencies of a region with all below it: how many owe a report, how many stand in a state, how many of these filed late.';
COMMENT ON COLUMN coverage_counts.agency_kind IS 'Of the agencies counted.';
COMMENT ON COLUMN coverage_counts.state IS 'Due: whoever owes one.';
COMMENT ON COLUMN coverage_counts.agencies IS 'How many.';
COMMENT ON COLUMN coverage_counts.late IS 'How many of them filed late.';
ALTER TABLE coverage_counts ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON coverage_counts TO gongkai_app;
CREATE POLICY public_or_in_sight ON coverage_counts FOR SELECT TO gongkai_app
  USING (state IN ('due', 'published') OR region_within_sight(region_id));

COMMENT ON TABLE restatements IS 'Reports that stand with another edition than the one published first.';
COMMENT ON COLUMN restatements.state IS 'Of the standing edition.';
COMMENT ON COLUMN restatements.first_edition_id IS 'Published first.';
COMMENT ON COLUMN restatements.since IS 'When the other one came to stand.';
COMMENT ON COLUMN restatements.reason_classes IS 'Of the amendments between.';
COMMENT ON COLUMN restatements.numerators IS 'Of the edition published first.';
COMMENT ON COLUMN restatements.denominators IS 'Likewise.';
ALTER TABLE restatements ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON restatements TO gongkai_app;
CREATE POLICY seen_with_standing ON restatements FOR SELECT TO gongkai_app
  USING (EXISTS (SELECT FROM standings s WHERE s.report_id = restatements.report_id AND s.state = restatements.state));

COMMENT ON TABLE restated_sums IS 'Of the published reports of a region that stand with another edition than the first: what both make of the indicators in which they differ.';
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

CREATE TRIGGER edition_events_restate AFTER INSERT ON edition_events FOR EACH ROW EXECUTE FUNCTION event_restates();
CREATE TRIGGER obligations_are_counted AFTER INSERT ON reports REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
CREATE TRIGGER obligations_are_discounted AFTER DELETE ON reports REFERENCING OLD TABLE AS taken
  FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
CREATE TRIGGER obligations_are_recounted AFTER UPDATE ON reports REFERENCING OLD TABLE AS taken NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_obligations();
CREATE TRIGGER standings_added AFTER INSERT ON standings REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION standings_restate();
CREATE TRIGGER standings_changed AFTER UPDATE ON standings REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION standings_restate();

const KEY = 'region_id, year, s2_form, s3_form, agency_kind, state';
const GROUP = 'r.region_path, r.year, e.s2_form, e.s3_form, r.agency_kind, s.state';
const COUNTED = `due_standings s JOIN editions e ON e.id = s.edition_id JOIN reports r ON r.id = s.report_id AND r.obliged AND s.state <> 'latest'`;

/**
 * What the sums have to be, from editions, events, obligations and the catalogue's terms alone, as temporary tables. Added up per path of
 * regions first and along the path then, so that many editions stay one pass.
 */
export const DUE = `
  CREATE TEMPORARY TABLE due_standings ON COMMIT DROP AS
    SELECT DISTINCT ON (e.report_id, s.state) e.report_id, s.state, e.id AS edition_id, last.state AS edition_state,
      (SELECT min(CASE f.origin WHEN 'filed' THEN f.received_at ELSE COALESCE(f.published_on, f.signed_on)::timestamp AT TIME ZONE 'Asia/Shanghai' END)
        FROM editions f WHERE f.report_id = e.report_id) AS filed_at
    FROM (SELECT DISTINCT ON (edition_id) edition_id, state FROM edition_events ORDER BY edition_id, sequence DESC) last
    JOIN editions e ON e.id = last.edition_id
    JOIN (VALUES ('latest', NULL), ('accepted', '{accepted,published}'::text[]), ('published', '{published}')) s(state, among)
      ON s.among IS NULL OR last.state = ANY (s.among)
    ORDER BY e.report_id, s.state, e.number DESC;

  CREATE TEMPORARY TABLE due_parts ON COMMIT DROP AS
    SELECT s.report_id, s.state, t.position, numerator.sum AS numerator, denominator.sum AS denominator
    FROM due_standings s JOIN editions e ON e.id = s.edition_id
    JOIN indicator_terms t ON t.form = CASE t.section WHEN 's2' THEN e.s2_form ELSE e.s3_form END
    CROSS JOIN LATERAL (SELECT sum(e.figures[c])::bigint, bool_and(e.figures[c] IS NOT NULL) AS whole FROM unnest(t.numerator_cells) c) numerator
    CROSS JOIN LATERAL (SELECT sum(e.figures[c])::bigint, bool_and(e.figures[c] IS NOT NULL) AS whole FROM unnest(t.denominator_cells) c) denominator
    WHERE s.state <> 'latest' AND numerator.whole AND denominator.whole IS NOT FALSE;

  CREATE TEMPORARY TABLE due_editions ON COMMIT DROP AS
    SELECT region_id, year, s2_form, s3_form, agency_kind, state, sum(editions)::int AS editions
    FROM (SELECT ${GROUP}, count(*) AS editions FROM ${COUNTED} GROUP BY ${GROUP}) paths, unnest(region_path) region_id GROUP BY ${KEY};

  CREATE TEMPORARY TABLE due_cells ON COMMIT DROP AS
    SELECT region_id, year, s2_form, s3_form, agency_kind, state, position, sum(amount)::bigint AS amount, sum(editions)::int AS editions
    FROM (SELECT ${GROUP}, f.position, sum(f.amount) AS amount, count(*) AS editions
      FROM ${COUNTED}, unnest(e.figures) WITH ORDINALITY f(amount, position) WHERE f.amount IS NOT NULL GROUP BY ${GROUP}, f.position) paths,
      unnest(region_path) region_id GROUP BY ${KEY}, position;

  CREATE TEMPORARY TABLE due_indicators ON COMMIT DROP AS
    SELECT region_id, year, s2_form, s3_form, agency_kind, state, position, sum(numerator)::bigint AS numerator, sum(denominator)::bigint AS denominator,
      sum(editions)::int AS editions
    FROM (SELECT ${GROUP}, p.position, sum(p.numerator) AS numerator, sum(p.denominator) AS denominator, count(*) AS editions
      FROM ${COUNTED} JOIN due_parts p ON p.report_id = s.report_id AND p.state = s.state GROUP BY ${GROUP}, p.position) paths,
      unnest(region_path) region_id GROUP BY ${KEY}, position;

  CREATE TEMPORARY TABLE due_coverage ON COMMIT DROP AS
    SELECT above.id AS region_id, r.year, r.agency_kind, s.state, count(*)::int AS agencies,
      count(*) FILTER (WHERE (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date > r.due_on)::int AS late
    FROM (SELECT id AS report_id, 'due' AS state, NULL::timestamptz AS filed_at FROM reports
      UNION ALL SELECT report_id, state, filed_at FROM due_standings WHERE state <> 'latest') s
    JOIN reports r ON r.id = s.report_id AND r.obliged, unnest(r.region_path) above(id)
    GROUP BY above.id, r.year, r.agency_kind, s.state;
`;

const OF_REPORT = `
  JOIN reports r ON r.id = report_id CROSS JOIN LATERAL
    (SELECT r.region_id::text AS region, r.year, r.agency_name || ' ' || r.agency_kind AS within) place`;
const OF_REGION = `SELECT region_id::text AS region, year, state, concat_ws(' ', agency_kind, s2_form, s3_form) AS within`;

/** Each gives at most one row: the first difference of its kind, as kept (held) and as it has to be (due). */
export const CHECKS: readonly string[] = [
  `SELECT 'standing' AS of, place.region, place.year, state, place.within, NULL AS position,
     held.edition_id || ' ' || held.edition_state || ' ' || held.filed_at AS held, due.edition_id || ' ' || due.edition_state || ' ' || due.filed_at AS due
   FROM standings held FULL JOIN due_standings due USING (report_id, state) ${OF_REPORT}
   WHERE (held.edition_id, held.edition_state, held.filed_at) IS DISTINCT FROM (due.edition_id, due.edition_state, due.filed_at)
   ORDER BY r.region_id, r.year, report_id, state LIMIT 1`,

  `SELECT 'part' AS of, place.region, place.year, state, place.within, position::int,
     nullif(concat_ws('/', held.numerator, held.denominator), '') AS held, nullif(concat_ws('/', due.numerator, due.denominator), '') AS due
   FROM (SELECT report_id, state, p.* FROM standings, unnest(numerators, denominators) WITH ORDINALITY p(numerator, denominator, position)
     WHERE p.numerator IS NOT NULL OR p.denominator IS NOT NULL) held
   FULL JOIN due_parts due USING (report_id, state, position) ${OF_REPORT}
   WHERE (held.numerator, held.denominator) IS DISTINCT FROM (due.numerator, due.denominator)
   ORDER BY r.region_id, r.year, report_id, state, position LIMIT 1`,

  `${OF_REGION}, 'editions' AS of, NULL AS position, held.editions::text AS held, due.editions::text AS due
   FROM rollups held FULL JOIN due_editions due USING (${KEY})
   WHERE held.editions IS DISTINCT FROM due.editions ORDER BY ${KEY} LIMIT 1`,

  `${OF_REGION}, 'cell' AS of, position::int, held.amount || ' (' || held.editions || ')' AS held, due.amount || ' (' || due.editions || ')' AS due
   FROM (SELECT ${KEY}, c.* FROM rollups, unnest(sums, counts) WITH ORDINALITY c(amount, editions, position)
     WHERE c.amount IS NOT NULL OR c.editions <> 0) held
   FULL JOIN due_cells due USING (${KEY}, position)
   WHERE (held.amount, held.editions) IS DISTINCT FROM (due.amount, due.editions) ORDER BY ${KEY}, position LIMIT 1`,

  `${OF_REGION}, 'indicator' AS of, position::int, concat_ws('/', held.numerator, held.denominator) || ' (' || held.editions || ')' AS held,
     concat_ws('/', due.numerator, due.denominator) || ' (' || due.editions || ')' AS due
   FROM (SELECT ${KEY}, i.* FROM rollups, unnest(numerators, denominators, answered) WITH ORDINALITY i(numerator, denominator, editions, position)
     WHERE i.numerator IS NOT NULL OR i.denominator IS NOT NULL OR i.editions <> 0) held
   FULL JOIN due_indicators due USING (${KEY}, position)
   WHERE (held.numerator, held.denominator, held.editions) IS DISTINCT FROM (due.numerator, due.denominator, due.editions)
   ORDER BY ${KEY}, position LIMIT 1`,

  `SELECT region_id::text AS region, year, state, agency_kind AS within, 'coverage' AS of, NULL AS position,
     held.agencies || ' (' || held.late || ')' AS held, due.agencies || ' (' || due.late || ')' AS due
   FROM coverage_counts held FULL JOIN due_coverage due USING (region_id, year, agency_kind, state)
   WHERE (held.agencies, held.late) IS DISTINCT FROM (due.agencies, due.late) ORDER BY region_id, year, agency_kind, state LIMIT 1`,
];

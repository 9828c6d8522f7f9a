const KEY = 'region_id, year, s2_form, s3_form, s4_form, agency_kind, state';
const RESTATED_KEY = 'region_id, own, year, agency_kind, side, s2_form, s3_form, s4_form, reasons';
const GROUP = 'region_path, year, s2_form, s3_form, s4_form, agency_kind, states';

/**
 * What the sums have to be, from editions, events, obligations and the catalogue's terms alone, as temporary tables. Editions that are counted in
 * the same places are one group, which is added up once; a place is a row of the sums. Groups and places have numbers, so that many editions stay
 * one quick pass.
 */
export const DUE = `
  CREATE TEMPORARY TABLE due_standings ON COMMIT DROP AS
    SELECT DISTINCT ON (e.report_id, s.state) e.report_id, s.state, e.id AS edition_id, last.state AS edition_state,
      (SELECT min(CASE f.origin WHEN 'filed' THEN f.received_at ELSE COALESCE(f.published_on, f.signed_on)::timestamp AT TIME ZONE 'Asia/Shanghai' END)
        FROM editions f WHERE f.report_id = e.report_id) AS filed_at, false AS late, e.s2_form, e.s3_form, e.s4_form
    FROM (SELECT DISTINCT ON (edition_id) edition_id, state FROM edition_events ORDER BY edition_id, sequence DESC) last
    JOIN editions e ON e.id = last.edition_id
    JOIN (VALUES ('latest', NULL), ('accepted', '{accepted,published}'::text[]), ('published', '{published}')) s(state, among)
      ON s.among IS NULL OR last.state = ANY (s.among)
    ORDER BY e.report_id, s.state, e.number DESC;
  UPDATE due_standings s SET late = true FROM reports r WHERE r.id = s.report_id AND (s.filed_at AT TIME ZONE 'Asia/Shanghai')::date > r.due_on;

  CREATE TEMPORARY TABLE due_parts ON COMMIT DROP AS
    SELECT s.report_id, s.state, t.position, numerator.sum AS numerator, denominator.sum AS denominator
    FROM due_standings s JOIN editions e ON e.id = s.edition_id
    JOIN indicator_terms t ON t.form = CASE t.section WHEN 's2' THEN e.s2_form WHEN 's3' THEN e.s3_form ELSE e.s4_form END
    CROSS JOIN LATERAL (SELECT sum(e.figures[c])::bigint, bool_and(e.figures[c] IS NOT NULL) AS whole FROM unnest(t.numerator_cells) c) numerator
    CROSS JOIN LATERAL (SELECT sum(e.figures[c])::bigint, bool_and(e.figures[c] IS NOT NULL) AS whole FROM unnest(t.denominator_cells) c) denominator
    WHERE s.state <> 'latest' AND numerator.whole AND denominator.whole IS NOT FALSE;

  CREATE TEMPORARY TABLE due_counted ON COMMIT DROP AS
    SELECT s.report_id, s.edition_id, r.region_path, r.year, e.s2_form, e.s3_form, e.s4_form, r.agency_kind, s.states
    FROM (SELECT report_id, edition_id, array_agg(state ORDER BY state) AS states FROM due_standings WHERE state <> 'latest' GROUP BY 1, 2) s
    JOIN editions e ON e.id = s.edition_id JOIN reports r ON r.id = s.report_id AND r.obliged;
  CREATE TEMPORARY TABLE due_groups ON COMMIT DROP AS
    SELECT row_number() OVER ()::int AS number, ${GROUP}, editions FROM (SELECT ${GROUP}, count(*)::int AS editions FROM due_counted GROUP BY ${GROUP}) alike;
  CREATE TEMPORARY TABLE due_members ON COMMIT DROP AS
    SELECT g.number, c.report_id, c.edition_id, c.states[1] AS state FROM due_counted c JOIN due_groups g USING (${GROUP});
  CREATE TEMPORARY TABLE due_places ON COMMIT DROP AS
    SELECT row_number() OVER ()::int AS place, ${KEY}, array_agg(number) AS groups, sum(editions)::int AS editions
    FROM due_groups, unnest(region_path) region_id, unnest(states) state GROUP BY ${KEY};
  CREATE TEMPORARY TABLE due_placed ON COMMIT DROP AS SELECT place, number FROM due_places, unnest(groups) number;
  ANALYZE due_groups, due_members, due_places, due_placed;

  CREATE TEMPORARY TABLE due_cells ON COMMIT DROP AS
    SELECT place, position, sum(amount)::bigint AS amount, sum(editions)::int AS editions
    FROM (SELECT m.number, f.position::int AS position, sum(f.amount) AS amount, count(*) AS editions
      FROM due_members m JOIN editions e ON e.id = m.edition_id, unnest(e.figures) WITH ORDINALITY f(amount, position)
      WHERE f.amount IS NOT NULL GROUP BY 1, 2) sums JOIN due_placed USING (number) GROUP BY 1, 2;

  CREATE TEMPORARY TABLE due_indicators ON COMMIT DROP AS
    SELECT place, position, sum(numerator)::bigint AS numerator, sum(denominator)::bigint AS denominator, sum(editions)::int AS editions
    FROM (SELECT m.number, p.position, sum(p.numerator) AS numerator, sum(p.denominator) AS denominator, count(*) AS editions
      FROM due_members m JOIN due_parts p USING (report_id, state) GROUP BY 1, 2) sums JOIN due_placed USING (number) GROUP BY 1, 2;

  CREATE TEMPORARY TABLE due_coverage ON COMMIT DROP AS
    SELECT above.id AS region_id, r.year, r.agency_kind, s.state, count(*)::int AS agencies,
      count(*) FILTER (WHERE s.late)::int AS late
    FROM (SELECT id AS report_id, 'due' AS state, false AS late FROM reports
      UNION ALL SELECT report_id, state, late FROM due_standings WHERE state <> 'latest') s
    JOIN reports r ON r.id = s.report_id AND r.obliged, unnest(r.region_path) above(id)
    GROUP BY above.id, r.year, r.agency_kind, s.state;

  CREATE TEMPORARY TABLE due_restatements ON COMMIT DROP AS
    SELECT s.report_id, s.state, s.edition_id, f.id AS first_edition_id, min(v.at) AS since,
      ARRAY(SELECT DISTINCT a.reason_class FROM editions a WHERE a.report_id = s.report_id AND a.number > f.number AND a.number <= e.number
        AND a.reason_class IS NOT NULL ORDER BY a.reason_class) AS reason_classes
    FROM due_standings s JOIN editions e ON e.id = s.edition_id
    JOIN (SELECT DISTINCT ON (e.report_id) e.report_id, e.id, e.number FROM edition_events v JOIN editions e ON e.id = v.edition_id
      WHERE v.state = 'published' ORDER BY e.report_id, v.at, e.number) f ON f.report_id = s.report_id AND f.id <> s.edition_id
    JOIN edition_events v ON v.edition_id = s.edition_id AND (v.state = s.state OR v.state = 'published')
    WHERE s.state <> 'latest' GROUP BY s.report_id, s.state, s.edition_id, f.id, f.number, e.number;

  CREATE TEMPORARY TABLE due_restated ON COMMIT DROP AS
    WITH parts AS (
      SELECT x.report_id, x.since, array_to_string(x.reason_classes, ',') AS reasons, d.side, e.s2_form, e.s3_form, e.s4_form, asked.position,
        CASE WHEN both_are.whole THEN numerator.sum END AS numerator, CASE WHEN both_are.whole THEN denominator.sum END AS denominator
      FROM due_restatements x CROSS JOIN LATERAL (VALUES ('first', x.first_edition_id), ('now', x.edition_id)) d(side, edition_id)
      JOIN editions e ON e.id = d.edition_id CROSS JOIN (SELECT DISTINCT position, section FROM indicator_terms) asked
      LEFT JOIN indicator_terms t ON t.position = asked.position AND t.form = CASE asked.section WHEN 's2' THEN e.s2_form WHEN 's3' THEN e.s3_form ELSE e.s4_form END
      CROSS JOIN LATERAL (SELECT sum(e.figures[c])::bigint, bool_and(e.figures[c] IS NOT NULL) AS whole FROM unnest(t.numerator_cells) c) numerator
      CROSS JOIN LATERAL (SELECT sum(e.figures[c])::bigint, bool_and(e.figures[c] IS NOT NULL) AS whole FROM unnest(t.denominator_cells) c) denominator
      CROSS JOIN LATERAL (SELECT numerator.whole AND denominator.whole IS NOT FALSE AS whole) both_are
      WHERE x.state = 'published'
    ), differing AS (
      SELECT p.* FROM parts p JOIN parts o USING (report_id, position)
      WHERE o.side <> p.side AND (o.numerator, o.denominator) IS DISTINCT FROM (p.numerator, p.denominator)
    )
    SELECT above.id AS region_id, above.id = r.region_id AS own, r.year, r.agency_kind, d.side, d.s2_form, d.s3_form, d.s4_form, d.reasons, d.position,
      sum(d.numerator)::bigint AS numerator, sum(d.denominator)::bigint AS denominator, count(d.numerator)::int AS answered, count(*)::int AS reports,
      max(d.since) AS since
    FROM differing d JOIN reports r ON r.id = d.report_id AND r.obliged, unnest(r.region_path) above(id) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
`;

const OF_REPORT = `
  JOIN reports r ON r.id = report_id CROSS JOIN LATERAL
    (SELECT r.region_id::text AS region, r.year, r.agency_name || ' ' || r.agency_kind AS within) place`;
const OF_REGION = `SELECT region_id::text AS region, year, state, concat_ws(' ', agency_kind, s2_form, s3_form, s4_form) AS within`;

const standing = (as: string): string =>
  `nullif(concat_ws(' ', ${['edition_id', 'edition_state', 'filed_at', 'late', 's2_form', 's3_form', 's4_form'].map((of) => `${as}.${of}`).join(', ')}), '')`;

/** Each gives at most one row: the first difference of its kind, as kept (held) and as it has to be (due). Of sums that are nowhere due the count of editions tells. */
export const CHECKS: readonly string[] = [
  `SELECT 'standing' AS of, place.region, place.year, state, place.within, NULL AS position, ${standing('held')} AS held, ${standing('due')} AS due
   FROM standings held FULL JOIN due_standings due USING (report_id, state) ${OF_REPORT}
   WHERE (held.edition_id, held.edition_state, held.filed_at, held.late, held.s2_form, held.s3_form, held.s4_form)
     IS DISTINCT FROM (due.edition_id, due.edition_state, due.filed_at, due.late, due.s2_form, due.s3_form, due.s4_form)
   ORDER BY r.region_id, r.year, report_id, state LIMIT 1`,

  `SELECT 'part' AS of, place.region, place.year, state, place.within, position::int,
     nullif(concat_ws('/', held.numerator, held.denominator), '') AS held, nullif(concat_ws('/', due.numerator, due.denominator), '') AS due
   FROM (SELECT report_id, state, p.* FROM standings, unnest(numerators, denominators) WITH ORDINALITY p(numerator, denominator, position)
     WHERE p.numerator IS NOT NULL OR p.denominator IS NOT NULL) held
   FULL JOIN due_parts due USING (report_id, state, position) ${OF_REPORT}
   WHERE (held.numerator, held.denominator) IS DISTINCT FROM (due.numerator, due.denominator)
   ORDER BY r.region_id, r.year, report_id, state, position LIMIT 1`,

  `${OF_REGION}, 'editions' AS of, NULL AS position, held.editions::text AS held, due.editions::text AS due
   FROM (SELECT ${KEY}, reports AS editions FROM rollups WHERE state <> 'due') held FULL JOIN due_places due USING (${KEY})
   WHERE held.editions IS DISTINCT FROM due.editions ORDER BY ${KEY} LIMIT 1`,

  `${OF_REGION}, 'cell' AS of, position::int, held.amount || ' (' || held.editions || ')' AS held, due.amount || ' (' || due.editions || ')' AS due
   FROM (SELECT p.place, c.amount, c.editions, c.position::int FROM rollups JOIN due_places p USING (${KEY}),
       unnest(sums, counts) WITH ORDINALITY c(amount, editions, position) WHERE c.amount IS NOT NULL OR c.editions <> 0) held
   FULL JOIN due_cells due USING (place, position) JOIN due_places USING (place)
   WHERE (held.amount, held.editions) IS DISTINCT FROM (due.amount, due.editions) ORDER BY ${KEY}, position LIMIT 1`,

  `${OF_REGION}, 'indicator' AS of, position::int, concat_ws('/', held.numerator, held.denominator) || ' (' || held.editions || ')' AS held,
     concat_ws('/', due.numerator, due.denominator) || ' (' || due.editions || ')' AS due
   FROM (SELECT p.place, i.numerator, i.denominator, i.editions, i.position::int FROM rollups JOIN due_places p USING (${KEY}),
       unnest(numerators, denominators, answered) WITH ORDINALITY i(numerator, denominator, editions, position)
       WHERE i.numerator IS NOT NULL OR i.denominator IS NOT NULL OR i.editions <> 0) held
   FULL JOIN due_indicators due USING (place, position) JOIN due_places USING (place)
   WHERE (held.numerator, held.denominator, held.editions) IS DISTINCT FROM (due.numerator, due.denominator, due.editions)
   ORDER BY ${KEY}, position LIMIT 1`,

  `SELECT region_id::text AS region, year, state, agency_kind AS within, 'coverage' AS of, NULL AS position,
     held.agencies || ' (' || held.late || ')' AS held, due.agencies || ' (' || due.late || ')' AS due
   FROM (SELECT region_id, year, agency_kind, state, sum(reports)::int AS agencies, sum(late)::int AS late FROM rollups GROUP BY 1, 2, 3, 4) held
   FULL JOIN due_coverage due USING (region_id, year, agency_kind, state)
   WHERE (held.agencies, held.late) IS DISTINCT FROM (due.agencies, due.late) ORDER BY region_id, year, agency_kind, state LIMIT 1`,

  // The law child by child: a region is its own agencies and those of the regions that say they lie in it.
  `SELECT region_id::text AS region, year, state, agency_kind AS within, 'children' AS of, NULL AS position, held.reports::text AS held, due.reports::text AS due
   FROM (SELECT region_id, year, agency_kind, state, sum(reports)::int AS reports FROM rollups GROUP BY 1, 2, 3, 4) held
   FULL JOIN (SELECT region_id, year, agency_kind, state, sum(reports)::int AS reports FROM (
       SELECT r.region_id, r.year, r.agency_kind, 'due' AS state, 1 AS reports FROM reports r WHERE r.obliged
       UNION ALL SELECT r.region_id, r.year, r.agency_kind, s.state, 1 FROM reports r JOIN due_standings s ON s.report_id = r.id AND s.state <> 'latest' WHERE r.obliged
       UNION ALL SELECT parent_id, year, agency_kind, state, reports FROM rollups WHERE parent_id IS NOT NULL) parts GROUP BY 1, 2, 3, 4) due
   USING (region_id, year, agency_kind, state)
   WHERE held.reports IS DISTINCT FROM due.reports ORDER BY region_id, year, agency_kind, state LIMIT 1`,

  `SELECT 'restatement' AS of, place.region, place.year, state, place.within, NULL AS position,
     concat_ws(' ', held.first_edition_id, held.since, held.reason_classes) AS held, concat_ws(' ', due.first_edition_id, due.since, due.reason_classes) AS due
   FROM (SELECT * FROM standings WHERE first_edition_id IS NOT NULL) held FULL JOIN due_restatements due USING (report_id, state) ${OF_REPORT}
   WHERE (held.first_edition_id, held.since, held.reason_classes) IS DISTINCT FROM (due.first_edition_id, due.since, due.reason_classes)
   ORDER BY r.region_id, r.year, report_id, state LIMIT 1`,

  `SELECT region_id::text AS region, year, 'published' AS state, concat_ws(' ', agency_kind, s2_form, s3_form, s4_form, side, reasons) AS within, 'restated' AS of,
     position::int, concat_ws('/', held.numerator, held.denominator) || ' (' || concat_ws(', ', held.answered, held.reports, held.since) || ')' AS held,
     concat_ws('/', due.numerator, due.denominator) || ' (' || concat_ws(', ', due.answered, due.reports, due.since) || ')' AS due
   FROM (SELECT ${RESTATED_KEY}, i.* FROM restated_sums,
       unnest(numerators, denominators, answered, reports, since) WITH ORDINALITY i(numerator, denominator, answered, reports, since, position)
     WHERE i.reports <> 0) held
   FULL JOIN due_restated due USING (${RESTATED_KEY}, position)
   WHERE (held.numerator, held.denominator, held.answered, held.reports, held.since)
     IS DISTINCT FROM (due.numerator, due.denominator, due.answered, due.reports, due.since) ORDER BY ${RESTATED_KEY}, position LIMIT 1`,
];

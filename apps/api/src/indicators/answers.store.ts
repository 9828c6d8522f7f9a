import { CELLS, FORMS } from '@gongkai/catalogue';
import type { SeriesQuery } from '@gongkai/indicators';
import { OWN_LEVEL } from '@gongkai/model';

const RANK = `CASE level WHEN 'nation' THEN 0 WHEN 'province' THEN 1 WHEN 'prefecture' THEN 2 WHEN 'township' THEN 4 ELSE 3 END`;

/**
 * Parts of the statements about series, each a table expression over those before it: `scoped` (the obligations asked about and their group),
 * `people` (with the edition that counts for each), `answers` (what each edition makes of every question).
 * Their values are `seriesValues`.
 */
export const SCOPED = `
  levels AS MATERIALIZED (
    SELECT region_id, ${RANK} AS rank FROM current_regions
    WHERE :levelRank::int IS NOT NULL
  ),
  scoped AS (
    SELECT r.*, CASE :groupBy::text
        WHEN 'region' THEN (CASE WHEN r.region_id = :regionId THEN :regionId WHEN :levelRank::int IS NULL THEN r.region_path[array_position(r.region_path, :regionId) + 1]
          ELSE (SELECT p.id FROM unnest(r.region_path[array_position(r.region_path, :regionId):]) WITH ORDINALITY AS p(id, n)
            LEFT JOIN levels l ON l.region_id = p.id WHERE p.n = 1 OR l.rank <= :levelRank ORDER BY p.n DESC LIMIT 1) END)::text
        WHEN 'agency_kind' THEN r.agency_kind
        WHEN 'agency' THEN r.agency_id::text
        WHEN 'system' THEN CASE WHEN r.system IS NULL THEN '-' ELSE r.system END
        ELSE '' END AS group_key
    FROM reports r
    WHERE r.year BETWEEN :from AND :to AND :state::text IS NOT NULL AND (
      :regionId::bigint IS NOT NULL AND r.region_path @> ARRAY[:regionId::bigint] AND r.obliged AND r.agency_kind = ANY (:kinds::text[])
      OR :regionId::bigint IS NULL AND r.agency_id = :agencyId)
      AND (:regionIds::bigint[] IS NULL OR r.region_path && :regionIds) AND (:agencyIds::bigint[] IS NULL OR r.agency_id = ANY (:agencyIds))
      AND (:systems::text[] IS NULL OR r.system = ANY (:systems))
      -- Before its year was over nobody owed a report.
      AND (:asOf::timestamptz IS NULL OR make_date(r.year, 12, 31) < (:asOf AT TIME ZONE 'Asia/Shanghai')::date)
  )`;

const KEPT = `SELECT s.report_id, s.edition_id, s.late FROM scoped JOIN standings s ON s.report_id = scoped.id AND s.state = :state`;

// Not everybody sees what came before the first publication, but the standings tell whether the first of it came late. Worked out once: the planner,
// which takes a scope for one row, would do it for each.
const worked = (
  from: string,
): string => `SELECT scoped.id AS report_id, e.edition_id, EXISTS (SELECT FROM standings s WHERE s.report_id = scoped.id AND s.late) AS late
  FROM scoped CROSS JOIN LATERAL ${from} e`;
const KNOWN = `${worked('standing_editions(scoped.id, :asOf)')} WHERE e.state = :state`;
const FIRST = worked('first_published(scoped.id, :asOf)');

/** `people`: each obligation in scope with the edition that counts for it, whether it is expected to have one, and whether it came late. */
export function standingOf({ edition, asOf }: Pick<SeriesQuery, 'edition' | 'asOf'>): string {
  const standing = edition === 'first_published' ? FIRST : asOf === null ? KEPT : KNOWN;
  return `standing AS MATERIALIZED (${standing}), people AS (
  SELECT scoped.*, standing.edition_id, scoped.obliged OR standing.edition_id IS NOT NULL AS expected, (scoped.obliged AND standing.late) IS TRUE AS late
  FROM scoped LEFT JOIN standing ON standing.report_id = scoped.id)`;
}

/** Who stands behind a number, counted from rows of `people`. */
export const COVERAGE = `count(*) FILTER (WHERE expected)::int AS expected, count(edition_id)::int AS reported, count(*) FILTER (WHERE late)::int AS late`;

/** Both editions of every report that was amended, as of a moment: `amended`. */
export function amendedOf({ asOf }: Pick<SeriesQuery, 'asOf'>): string {
  return `amended AS MATERIALIZED (${
    asOf === null
      ? `SELECT s.report_id, s.edition_id, s.first_edition_id, s.since, s.reason_classes
    FROM scoped JOIN standings s ON s.report_id = scoped.id AND s.state = :state AND s.first_edition_id IS NOT NULL`
      : `SELECT scoped.id AS report_id, e.edition_id, f.edition_id AS first_edition_id, e.since, amendment_reasons(scoped.id, f.number, e.number) AS reason_classes
    FROM scoped CROSS JOIN LATERAL standing_editions(scoped.id, :asOf) e CROSS JOIN LATERAL first_published(scoped.id, :asOf) f
    WHERE e.state = :state AND f.edition_id <> e.edition_id`
  })`;
}

/** The questions as rows: `i` the indicator asked for, `key` a group of cells, the cells under each form (NULL: the form cannot answer). */
export const QUESTIONS = `questions AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(:questions::jsonb) AS q(i int, position int, key text, section text, form text, numerator int[], denominator int[]))`;

const WHOLE_SUM = (cells: string): string =>
  `(SELECT CASE WHEN count(e.figures[c]) = count(*) THEN sum(e.figures[c]) END FROM unnest(${cells}) AS c)`;

/** What an edition `e` makes of a question `q`: NULL, both parts, unless every needed cell holds a figure. */
export const MADE_OF_FIGURES = `
  JOIN questions q ON q.form = CASE q.section WHEN 's2' THEN e.s2_form WHEN 's3' THEN e.s3_form ELSE e.s4_form END
  CROSS JOIN LATERAL (SELECT ${WHOLE_SUM('q.numerator')} AS numerator, ${WHOLE_SUM('q.denominator')} AS denominator) summed
  CROSS JOIN LATERAL (SELECT CASE WHEN answers THEN summed.numerator END AS numerator, CASE WHEN answers THEN summed.denominator END AS denominator
    FROM (SELECT summed.numerator IS NOT NULL AND (cardinality(q.denominator) = 0 OR summed.denominator IS NOT NULL) AS answers) a) made`;

/** What each counted edition makes of each question, added up from its figures. */
const ANSWERS_OF_FIGURES = `answers AS (
  SELECT people.agency_id, people.year, CASE WHEN q.key IS NULL THEN people.group_key ELSE q.key END AS group_key,
    e.s2_form, e.s3_form, e.s4_form, q.i, made.numerator, made.denominator
  FROM people JOIN editions e ON e.id = people.edition_id ${MADE_OF_FIGURES})`;

/**
 * What each report in scope is to the one question asked: `people`, and as `a` what its edition makes of it. Edition by edition: were the answers
 * an expression of their own, the planner, which takes a scope for one row, would work all of them out for each report.
 */
export const ANSWERED = `people
  LEFT JOIN LATERAL (SELECT q.form, q.numerator IS NOT NULL AS asks, made.numerator, made.denominator
    FROM editions e ${MADE_OF_FIGURES} WHERE e.id = people.edition_id) a ON TRUE`;

// The same from what the standings keep, indexed by the positions of the catalogue's indicators.
const ANSWERS_KEPT = `answers AS (
  SELECT scoped.agency_id, scoped.year, scoped.group_key, s.s2_form, s.s3_form, s.s4_form, q.i,
    s.numerators[q.position] AS numerator, s.denominators[q.position] AS denominator
  FROM scoped JOIN standings s ON s.report_id = scoped.id AND s.state = :state
  CROSS JOIN (SELECT DISTINCT i, position FROM questions) q)`;

/** Everything up to `answers`, by the shortest way there is. */
export function answersOf(query: SeriesQuery): string {
  const isKept = query.kept && query.edition === 'latest' && query.asOf === null;
  return isKept ? `${SCOPED}, ${QUESTIONS}, ${ANSWERS_KEPT}` : `${SCOPED}, ${standingOf(query)}, ${QUESTIONS}, ${ANSWERS_OF_FIGURES}`;
}

/** The name of a group of agencies. */
export const GROUP_NAME = `CASE :groupBy::text
  WHEN 'region' THEN (SELECT name || CASE WHEN c.region_id = :regionId OR (${RANK}) < :levelRank::int THEN '${OWN_LEVEL}' ELSE '' END
    FROM current_regions c WHERE c.region_id = group_key::bigint)
  WHEN 'agency' THEN (SELECT name FROM current_agencies c WHERE c.agency_id = group_key::bigint)
  WHEN 'system' THEN CASE group_key WHEN '-' THEN '未标明系统' ELSE group_key END
  ELSE group_key END`;

/** The order of groups as a table is read: regions by their codes, kinds as the register lists them, agencies by where they belong and by name. */
export const GROUP_ORDER = `CASE :groupBy::text
    WHEN 'region' THEN (SELECT code FROM current_regions c WHERE c.region_id = group_key::bigint)
    WHEN 'agency' THEN (SELECT r.code FROM current_agencies a JOIN current_regions r ON r.region_id = a.region_id WHERE a.agency_id = group_key::bigint)
    WHEN 'agency_kind' THEN to_char(array_position(:kinds::text[], group_key), '000')
    WHEN 'system' THEN CASE group_key WHEN '-' THEN NULL ELSE '' END
  END COLLATE "C" NULLS LAST, ${GROUP_NAME} COLLATE "zh-Hans-CN-x-icu", group_key`;

/** What the parts name: the scope, and the questions as rows. */
export function seriesValues(query: SeriesQuery) {
  return { ...query, questions: questionRows(query) };
}

const POSITIONS = new Map(CELLS.map((cell) => [cell.id, cell.position]));

/** A row for every question and form. */
function questionRows(query: SeriesQuery): string {
  const codes = [...new Set(query.questions.map(({ indicator }) => indicator.code))];
  return JSON.stringify(
    query.questions.flatMap(({ indicator, key, terms }) =>
      FORMS.map(({ id }) => ({
        i: codes.indexOf(indicator.code),
        position: indicator.position,
        key,
        section: indicator.section,
        form: id,
        numerator: terms[id]?.of.map((cell) => POSITIONS.get(cell)) ?? null,
        denominator: terms[id]?.over.map((cell) => POSITIONS.get(cell)) ?? null,
      })),
    ),
  );
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public asks most is answered by one statement; and what happened last is found without reading all that ever happened. */
export class ThePublicReadInOneStatement1764000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX edition_events_by_time ON edition_events (at);

      -- Of the published reports of a region that were amended: what both editions make of the indicators in which they differ, first and now.
      -- Published standings are public, so that no right has to be asked for edition by edition.
      CREATE FUNCTION published_restatements(scope bigint, parted_by text, first_year int, last_year int, kinds text[], positions int[])
      RETURNS TABLE (group_key text, year int, i int, side text, s2_form text, s3_form text, numerator numeric, denominator numeric, answered int,
        since timestamptz, reasons text, reports int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT made.group_key, made.year, made.i, made.side, made.s2_form, made.s3_form, sum(made.numerator), sum(made.denominator),
          count(made.numerator)::int, max(made.since), string_agg(DISTINCT made.reasons, ','), count(*)::int
        FROM (
          SELECT CASE parted_by
              WHEN 'region' THEN (CASE WHEN r.region_id = scope THEN scope ELSE r.region_path[array_position(r.region_path, scope) + 1] END)::text
              WHEN 'agency_kind' THEN r.agency_kind ELSE '' END AS group_key,
            r.year, p.i::int AS i, x.since, array_to_string(x.reason_classes, ',') AS reasons, v.*
          FROM restatements x JOIN reports r ON r.id = x.report_id JOIN standings s ON s.report_id = x.report_id AND s.state = x.state
          CROSS JOIN unnest(positions) WITH ORDINALITY AS p(position, i)
          JOIN editions f ON f.id = x.first_edition_id JOIN editions n ON n.id = s.edition_id
          CROSS JOIN LATERAL (VALUES ('first', f.s2_form, f.s3_form, x.numerators[p.position], x.denominators[p.position]),
            ('now', n.s2_form, n.s3_form, s.numerators[p.position], s.denominators[p.position])) AS v(side, s2_form, s3_form, numerator, denominator)
          WHERE x.state = 'published' AND r.obliged AND r.year BETWEEN first_year AND last_year AND r.agency_kind = ANY (kinds)
            AND r.region_path @> ARRAY[scope]
            AND (x.numerators[p.position], x.denominators[p.position]) IS DISTINCT FROM (s.numerators[p.position], s.denominators[p.position])
        ) made
        GROUP BY made.group_key, made.year, made.i, made.side, made.s2_form, made.s3_form
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

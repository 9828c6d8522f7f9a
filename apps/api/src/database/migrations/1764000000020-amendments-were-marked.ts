import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which reports stand with another edition than the one published first: what a series needs to say that a figure was restated. */
export class AmendmentsWereMarked1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Follows the standings and goes with them; a report that was never amended has no row.
      CREATE TABLE restatements (
        report_id bigint NOT NULL,
        state text NOT NULL,
        first_edition_id bigint NOT NULL REFERENCES editions,
        since timestamptz NOT NULL,
        reason_classes text[] NOT NULL,
        -- Of the edition published first, as those of the standing one.
        numerators bigint[] NOT NULL,
        denominators bigint[] NOT NULL,
        PRIMARY KEY (report_id, state),
        FOREIGN KEY (report_id, state) REFERENCES standings ON DELETE CASCADE
      ) WITH (toast_tuple_target = 8160);

      ALTER TABLE restatements ENABLE ROW LEVEL SECURITY;
      GRANT SELECT ON restatements TO gongkai_app;
      CREATE POLICY seen_with_standing ON restatements FOR SELECT TO gongkai_app
        USING (EXISTS (SELECT FROM standings s WHERE s.report_id = restatements.report_id AND s.state = restatements.state));

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
        CROSS JOIN LATERAL indicator_parts(f.figures, f.s2_form, f.s3_form) parts
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
      CREATE TRIGGER standings_added AFTER INSERT ON standings REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION standings_restate();
      CREATE TRIGGER standings_changed AFTER UPDATE ON standings REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION standings_restate();
      INSERT INTO restatements SELECT * FROM restatements_of(ARRAY(SELECT DISTINCT report_id FROM standings));
      REVOKE EXECUTE ON FUNCTION restatements_of(bigint[]) FROM PUBLIC;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that were published elsewhere are kept as printed, marked as imported with their source; what agencies file keeps its own way. */
export class HistoryWasBroughtIn1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORIGIN);
    await runner.query(MOVES);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const ORIGIN = `
  ALTER TABLE editions
    ADD COLUMN origin text NOT NULL DEFAULT 'filed' CHECK (origin IN ('filed', 'imported')),
    ADD COLUMN source_url text CHECK (source_url ~ '^https?://'),
    ADD COLUMN source_citation text CHECK (source_citation <> ''),
    ADD COLUMN published_on date,
    ADD CHECK ((origin = 'imported') = (source_url IS NOT NULL OR source_citation IS NOT NULL)),
    ADD CHECK (origin = 'imported' OR published_on IS NULL);
  -- An obligation no roster ever held, made so that an imported report belongs to something.
  ALTER TABLE reports ADD COLUMN origin text NOT NULL DEFAULT 'roster' CHECK (origin IN ('roster', 'import'));
  ALTER TABLE tokens DROP CONSTRAINT tokens_scope_check, ADD CONSTRAINT tokens_scope_check CHECK (scope IN ('read', 'file', 'import'));

  -- Of an imported report the day it was published, or else signed, counts as the day of filing; unknown where neither is known.
  ALTER TABLE standings ALTER COLUMN filed_at DROP NOT NULL;
  CREATE FUNCTION counts_as_filed(origin text, received_at timestamptz, published_on date, signed_on date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN origin = 'filed' THEN received_at ELSE COALESCE(published_on, signed_on)::timestamp AT TIME ZONE 'Asia/Shanghai' END
  $$;
  CREATE OR REPLACE FUNCTION standing_editions(report bigint) RETURNS TABLE (state text, edition_id bigint, edition_state text, filed_at timestamptz)
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
`;

/** An imported edition begins, and ends, as published; every other move stays with the table of moves. */
const MOVES = `
  CREATE FUNCTION is_import(edition bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM editions e WHERE e.id = edition AND e.origin = 'imported')
  $$;
  CREATE FUNCTION refuse_other_than_published() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state = 'published' AND NEW.sequence = 1 THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'imported edition % cannot become %', NEW.edition_id, NEW.state USING ERRCODE = 'check_violation';
  END $$;
  DROP TRIGGER edition_events_move ON edition_events;
  CREATE TRIGGER edition_events_move BEFORE INSERT ON edition_events FOR EACH ROW
    WHEN (NOT is_import(NEW.edition_id)) EXECUTE FUNCTION refuse_illegal_move();
  CREATE TRIGGER edition_events_of_imports BEFORE INSERT ON edition_events FOR EACH ROW
    WHEN (is_import(NEW.edition_id)) EXECUTE FUNCTION refuse_other_than_published();
`;

const RIGHTS = `
  CREATE FUNCTION imports_for(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT caller_is('administrator') OR caller_is('supervisor')
      AND EXISTS (SELECT FROM reports r WHERE r.id = report AND caller_region() = ANY (r.region_path))
  $$;
  CREATE POLICY only_officials_import ON editions AS RESTRICTIVE FOR INSERT TO gongkai_app WITH CHECK (origin = 'filed' OR imports_for(report_id));
  CREATE POLICY officials_import ON editions FOR INSERT TO gongkai_app
    WITH CHECK (origin = 'imported' AND imports_for(report_id) AND submitted_by = caller_account());
  CREATE POLICY officials_import ON provenance FOR INSERT TO gongkai_app
    WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND e.origin = 'imported' AND imports_for(e.report_id))
      AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = provenance.edition_id));
  CREATE POLICY officials_import ON findings FOR INSERT TO gongkai_app
    WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND e.origin = 'imported' AND imports_for(e.report_id))
      AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = findings.edition_id));
  CREATE POLICY officials_import ON documents FOR INSERT TO gongkai_app WITH CHECK (caller_is('supervisor', 'administrator'));
  CREATE POLICY officials_import ON edition_events FOR INSERT TO gongkai_app
    WITH CHECK (state = 'published' AND by_account = caller_account()
      AND EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND e.origin = 'imported' AND imports_for(e.report_id)));
  CREATE POLICY officials_oblige_by_import ON reports FOR INSERT TO gongkai_app
    WITH CHECK (origin = 'import' AND caller_is('supervisor') AND caller_region() = ANY (region_path));
`;

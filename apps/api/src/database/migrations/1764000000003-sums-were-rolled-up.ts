import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which edition stands for a report, and the sums over regions that follow from it. */
export class SumsWereRolledUp1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Positions of the catalogue's indicators and the cells each adds up under a form; filled from the catalogue, never by hand.
      CREATE TABLE indicator_terms (
        position int NOT NULL,
        form text NOT NULL,
        section text NOT NULL CHECK (section IN ('s2', 's3', 's4')),
        numerator_cells int[] NOT NULL,
        denominator_cells int[] NOT NULL,
        PRIMARY KEY (position, form)
      );

      CREATE TABLE standings (
        report_id bigint NOT NULL REFERENCES reports,
        state text NOT NULL CHECK (state IN ('latest', 'accepted', 'published')),
        edition_id bigint NOT NULL REFERENCES editions,
        edition_state text NOT NULL,
        filed_at timestamptz NOT NULL,
        -- Of every indicator, as the rollups add them; NULL for the state that is never added up.
        numerators bigint[],
        denominators bigint[],
        PRIMARY KEY (report_id, state),
        CHECK ((state = 'latest') = (numerators IS NULL))
      ) WITH (toast_tuple_target = 8160);

      CREATE TABLE rollups (
        region_id bigint NOT NULL REFERENCES regions,
        year int NOT NULL,
        s2_form text NOT NULL,
        s3_form text NOT NULL,
        agency_kind text NOT NULL,
        state text NOT NULL CHECK (state IN ('accepted', 'published')),
        editions int NOT NULL,
        sums bigint[] NOT NULL,
        counts int[] NOT NULL,
        numerators bigint[] NOT NULL,
        denominators bigint[] NOT NULL,
        answered int[] NOT NULL,
        PRIMARY KEY (region_id, year, s2_form, s3_form, agency_kind, state)
      ) WITH (toast_tuple_target = 8160);

      -- The sum of these cells; NULL unless every one of them holds a figure.
      CREATE FUNCTION whole_sum(figures bigint[], cells int[]) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN count(figures[c]) = count(*) THEN sum(figures[c])::bigint END FROM unnest(cells) AS c
      $$;

      -- Numerators and denominators of every indicator for one edition; both NULL where a needed cell is absent.
      CREATE FUNCTION indicator_parts(figures bigint[], s2_form text, s3_form text, OUT numerators bigint[], OUT denominators bigint[])
      LANGUAGE sql STABLE AS $$
        SELECT array_agg(CASE WHEN answers THEN numerator END ORDER BY position),
               array_agg(CASE WHEN answers THEN denominator END ORDER BY position)
        FROM (
          SELECT p.position, part.numerator, part.denominator,
                 part.numerator IS NOT NULL AND (part.denominator IS NOT NULL OR cardinality(t.denominator_cells) = 0) AS answers
          FROM (SELECT DISTINCT position FROM indicator_terms) p
          LEFT JOIN indicator_terms t ON t.position = p.position
            AND t.form = CASE t.section WHEN 's2' THEN indicator_parts.s2_form ELSE indicator_parts.s3_form END
          LEFT JOIN LATERAL (
            SELECT whole_sum(indicator_parts.figures, t.numerator_cells) AS numerator,
                   whole_sum(indicator_parts.figures, t.denominator_cells) AS denominator
          ) part ON t.position IS NOT NULL
        ) parts
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
        SELECT * INTO parts FROM indicator_parts(e.figures, e.s2_form, e.s3_form);
        FOR region IN SELECT unnest(r.region_path) ORDER BY 1 LOOP
          INSERT INTO rollups AS held VALUES (region, r.year, e.s2_form, e.s3_form, r.agency_kind, counted_state, 0, '{}', '{}', '{}', '{}', '{}')
            ON CONFLICT DO NOTHING;
          UPDATE rollups AS held SET
            editions = held.editions + sign,
            sums = add_figures(held.sums, held.counts, e.figures, sign),
            counts = count_figures(held.counts, e.figures, sign),
            numerators = add_figures(held.numerators, held.answered, parts.numerators, sign),
            denominators = add_figures(held.denominators, held.answered, parts.denominators, sign),
            answered = count_figures(held.answered, parts.numerators, sign)
          WHERE held.region_id = region AND held.year = r.year AND held.s2_form = e.s2_form AND held.s3_form = e.s3_form
            AND held.agency_kind = r.agency_kind AND held.state = counted_state;
          IF NOT FOUND THEN RAISE EXCEPTION 'the rollup of region % vanished', region; END IF;
          DELETE FROM rollups held WHERE held.region_id = region AND held.year = r.year AND held.s2_form = e.s2_form
            AND held.s3_form = e.s3_form AND held.agency_kind = r.agency_kind AND held.state = counted_state AND held.editions = 0;
        END LOOP;
      END $$;

      -- Which edition stands for a report in each state, from its events alone.
      CREATE FUNCTION standing_editions(report bigint) RETURNS TABLE (state text, edition_id bigint, edition_state text, filed_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH last_events AS (
          SELECT e.id, e.number, (SELECT v.state FROM edition_events v WHERE v.edition_id = e.id ORDER BY v.sequence DESC LIMIT 1) AS now_is
          FROM editions e WHERE e.report_id = report
        ), first_filed AS (SELECT min(received_at) AS at FROM editions WHERE report_id = report)
        SELECT DISTINCT ON (s.state) s.state, l.id, l.now_is, f.at
        FROM first_filed f, last_events l
        JOIN (VALUES ('latest', ARRAY['submitted', 'returned', 'accepted', 'published', 'withdrawn']),
                     ('accepted', ARRAY['accepted', 'published']), ('published', ARRAY['published'])) AS s(state, counted)
          ON l.now_is = ANY (s.counted)
        ORDER BY s.state, l.number DESC
      $$;

      CREATE FUNCTION restate(report bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE change record; region bigint;
      BEGIN
        -- One at a time in each region, all in the same order.
        FOR region IN SELECT unnest(region_path) FROM reports WHERE id = report ORDER BY 1 LOOP
          PERFORM pg_advisory_xact_lock(hashtext('rollup'), region::int);
        END LOOP;
        FOR change IN
          SELECT s.state, was.edition_id AS was, now_is.edition_id AS becomes
          FROM (VALUES ('accepted'), ('published')) AS s(state)
          LEFT JOIN standings was ON was.report_id = report AND was.state = s.state
          LEFT JOIN standing_editions(report) now_is ON now_is.state = s.state
          WHERE was.edition_id IS DISTINCT FROM now_is.edition_id
          ORDER BY s.state
        LOOP
          IF change.was IS NOT NULL THEN PERFORM roll(change.was, change.state, -1); END IF;
          IF change.becomes IS NOT NULL THEN PERFORM roll(change.becomes, change.state, 1); END IF;
        END LOOP;
        DELETE FROM standings WHERE report_id = report;
        INSERT INTO standings
          SELECT report, s.state, s.edition_id, s.edition_state, s.filed_at, parts.numerators, parts.denominators
          FROM standing_editions(report) s JOIN editions e ON e.id = s.edition_id
          LEFT JOIN LATERAL indicator_parts(e.figures, e.s2_form, e.s3_form) parts ON s.state <> 'latest';
      END $$;

      CREATE FUNCTION event_restates() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM restate((SELECT report_id FROM editions WHERE id = NEW.edition_id));
        RETURN NULL;
      END $$;
      CREATE TRIGGER edition_events_restate AFTER INSERT ON edition_events FOR EACH ROW EXECUTE FUNCTION event_restates();

      -- Everything anew from the events: after the catalogue gained an indicator, or to prove that nothing drifted.
      CREATE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE report bigint;
      BEGIN
        DELETE FROM rollups;
        DELETE FROM standings;
        FOR report IN SELECT DISTINCT report_id FROM editions ORDER BY 1 LOOP PERFORM restate(report); END LOOP;
      END $$;
      REVOKE EXECUTE ON FUNCTION roll(bigint, text, int), restate(bigint), rebuild_rollups(), standing_editions(bigint) FROM PUBLIC;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

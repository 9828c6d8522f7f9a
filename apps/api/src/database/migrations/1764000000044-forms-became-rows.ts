import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The forms of the catalogue are rows, so that a new one needs no migration, and section four has a form of its own, which it shared with section
 * three. What was kept counts under the form it was judged by; sums are laid out anew and come back with the next page of the diary.
 */
export class FormsBecameRows1764000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORMS);
    await runner.query(EDITIONS);
    await runner.query(SUMS);
    await runner.query(PROOF);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const FORMS = `
  -- Filled from the catalogue when it is adopted, never by hand; a form that something was filed under stays.
  CREATE TABLE forms (
    id text PRIMARY KEY,
    -- What the catalogue says of it follows when it is adopted.
    document text,
    first_year int,
    last_year int
  );
  INSERT INTO forms (id)
    SELECT s2_form FROM editions UNION SELECT s3_form FROM editions UNION SELECT form FROM local_rules UNION SELECT form FROM indicator_terms;
  ALTER TABLE forms ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON forms TO gongkai_app;
  CREATE POLICY told_to_all ON forms FOR SELECT TO gongkai_app USING (true);

  ALTER TABLE editions DROP CONSTRAINT editions_s2_form_check, DROP CONSTRAINT editions_s3_form_check,
    ADD FOREIGN KEY (s2_form) REFERENCES forms, ADD FOREIGN KEY (s3_form) REFERENCES forms;
  ALTER TABLE local_rules DROP CONSTRAINT local_rules_form_check, ADD FOREIGN KEY (form) REFERENCES forms;
  ALTER TABLE indicator_terms ADD FOREIGN KEY (form) REFERENCES forms;
`;

const EDITIONS = `
  ALTER TABLE editions ADD COLUMN s4_form text;
  -- What is written down stays: this says of it what it did not say yet.
  ALTER TABLE editions DISABLE TRIGGER USER;
  UPDATE editions SET s4_form = s3_form;
  ALTER TABLE editions ENABLE TRIGGER USER;
  ALTER TABLE editions ALTER COLUMN s4_form SET NOT NULL, ADD FOREIGN KEY (s4_form) REFERENCES forms;
`;

const SUMS = `
  DROP FUNCTION restated_since(restated_sums, bigint);
  DROP VIEW restated_parts;
  DROP TABLE restated_sums, rollups;
  DROP FUNCTION indicator_parts(bigint[], text, text), indicator_parts_sql(text, text);

  CREATE TABLE rollups (
    region_id bigint NOT NULL REFERENCES regions,
    year int NOT NULL,
    s2_form text NOT NULL,
    s3_form text NOT NULL,
    s4_form text NOT NULL,
    agency_kind text NOT NULL,
    state text NOT NULL CHECK (state IN ('accepted', 'published')),
    editions int NOT NULL,
    sums bigint[] NOT NULL,
    counts int[] NOT NULL,
    numerators bigint[] NOT NULL,
    denominators bigint[] NOT NULL,
    answered int[] NOT NULL,
    PRIMARY KEY (region_id, year, s2_form, s3_form, s4_form, agency_kind, state)
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE rollups ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON rollups TO gongkai_app;
  CREATE POLICY published_or_in_sight ON rollups FOR SELECT TO gongkai_app USING (state = 'published' OR region_within_sight(region_id));

  -- Of the published reports of a region that stand with another edition than the first: what both make of the indicators in which they differ.
  CREATE TABLE restated_sums (
    region_id bigint NOT NULL REFERENCES regions,
    -- Of agencies of the region itself, or of those below it.
    own boolean NOT NULL,
    year int NOT NULL,
    agency_kind text NOT NULL,
    side text NOT NULL CHECK (side IN ('first', 'now')),
    s2_form text NOT NULL,
    s3_form text NOT NULL,
    s4_form text NOT NULL,
    -- Reason classes of the amendments, joined by commas.
    reasons text NOT NULL,
    amended int NOT NULL CHECK (amended > 0),
    -- By position of the indicator: sums, reports with a figure, reports that differ, and the latest moment one of them came to differ.
    numerators bigint[] NOT NULL,
    denominators bigint[] NOT NULL,
    answered int[] NOT NULL,
    reports int[] NOT NULL,
    since timestamptz[] NOT NULL,
    PRIMARY KEY (region_id, year, agency_kind, own, side, s2_form, s3_form, s4_form, reasons)
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE restated_sums ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON restated_sums TO gongkai_app;
  CREATE POLICY published ON restated_sums FOR SELECT TO gongkai_app USING (true);

  -- The same report by report; nothing but the indicators that differ.
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
  REVOKE ALL ON restated_parts FROM PUBLIC;
`;

const PROOF = `
  CREATE OR REPLACE FUNCTION prove_editions(after bigint, most int)
  RETURNS TABLE (id bigint, content jsonb, content_sha256 text, expected jsonb, found jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM only_the_platform();
    RETURN QUERY SELECT e.id, jsonb_build_object('s2Form', e.s2_form, 's3Form', e.s3_form, 's4Form', e.s4_form, 'figures', e.figures, 'states', e.states,
        'narrative', e.narrative, 'declared', e.declared, 'title', e.title, 'signedOn', e.signed_on), e.content_sha256,
      (SELECT a.after -> 'sha256' FROM audit_entries a WHERE a.subject = 'editions:' || e.id AND a.action = 'editions.sealed' ORDER BY a.sequence LIMIT 1),
      edition_sha256(e.id)
    FROM editions e WHERE e.id > prove_editions.after ORDER BY e.id LIMIT most;
  END $$;
`;

CREATE TABLE standings (
  report_id bigint NOT NULL REFERENCES reports,
  state text NOT NULL CHECK (state IN ('latest', 'accepted', 'published')),
  edition_id bigint NOT NULL REFERENCES editions,
  edition_state text NOT NULL,
  filed_at timestamptz,
  late boolean NOT NULL,
  s2_form text NOT NULL,
  s3_form text NOT NULL,
  s4_form text NOT NULL,
  numerators bigint[],
  denominators bigint[],
  first_edition_id bigint REFERENCES editions,
  since timestamptz,
  reason_classes text[],
  first_numerators bigint[],
  first_denominators bigint[],
  PRIMARY KEY (report_id, state),
  CHECK ((state = 'latest') = (numerators IS NULL)),
  CHECK (num_nulls(first_edition_id, since, reason_classes, first_numerators, first_denominators) IN (0, 5))
) WITH (toast_tuple_target = 8160);

CREATE TABLE rollups (
  region_id bigint NOT NULL REFERENCES regions,
  parent_id bigint REFERENCES regions,
  year int NOT NULL,
  agency_kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('due', 'accepted', 'published')),
  s2_form text,
  s3_form text,
  s4_form text,
  reports int NOT NULL CHECK (reports > 0),
  late int NOT NULL CHECK (late BETWEEN 0 AND reports),
  sums bigint[],
  counts int[],
  numerators bigint[],
  denominators bigint[],
  answered int[],
  UNIQUE NULLS NOT DISTINCT (region_id, year, agency_kind, state, s2_form, s3_form, s4_form),
  CHECK (num_nulls(s2_form, s3_form, s4_form, sums, counts, numerators, denominators, answered) = CASE state WHEN 'due' THEN 8 ELSE 0 END)
) WITH (toast_tuple_target = 8160);
CREATE INDEX rollups_by_parent ON rollups (parent_id, year, agency_kind, state);

CREATE TABLE restated_sums (
  region_id bigint NOT NULL REFERENCES regions,
  parent_id bigint REFERENCES regions,
  own boolean NOT NULL,
  year int NOT NULL,
  agency_kind text NOT NULL,
  side text NOT NULL CHECK (side IN ('first', 'now')),
  s2_form text NOT NULL,
  s3_form text NOT NULL,
  s4_form text NOT NULL,
  reasons text NOT NULL,
  amended int NOT NULL CHECK (amended > 0),
  numerators bigint[] NOT NULL,
  denominators bigint[] NOT NULL,
  answered int[] NOT NULL,
  reports int[] NOT NULL,
  since timestamptz[] NOT NULL,
  PRIMARY KEY (region_id, year, agency_kind, own, side, s2_form, s3_form, s4_form, reasons)
) WITH (toast_tuple_target = 8160);
CREATE INDEX restated_sums_by_parent ON restated_sums (parent_id, year, agency_kind);

CREATE TABLE sums_due (
  region_id bigint NOT NULL,
  parent_id bigint,
  depth int NOT NULL,
  year int NOT NULL,
  agency_kind text NOT NULL,
  what text NOT NULL CHECK (what IN ('due', 'accepted', 'published', 'restated'))
);

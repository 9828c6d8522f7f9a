CREATE TABLE standings (
  report_id bigint NOT NULL REFERENCES reports,
  state text NOT NULL CHECK (state IN ('latest', 'accepted', 'published')),
  edition_id bigint NOT NULL REFERENCES editions,
  edition_state text NOT NULL,
  filed_at timestamptz,
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

CREATE TABLE coverage_counts (
  region_id bigint NOT NULL REFERENCES regions,
  year int NOT NULL,
  agency_kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('due', 'accepted', 'published')),
  agencies int NOT NULL CHECK (agencies > 0),
  late int NOT NULL CHECK (late BETWEEN 0 AND agencies),
  PRIMARY KEY (region_id, year, agency_kind, state)
);

CREATE TABLE restatements (
  report_id bigint NOT NULL,
  state text NOT NULL,
  first_edition_id bigint NOT NULL REFERENCES editions,
  since timestamptz NOT NULL,
  reason_classes text[] NOT NULL,
  numerators bigint[] NOT NULL,
  denominators bigint[] NOT NULL,
  PRIMARY KEY (report_id, state),
  FOREIGN KEY (report_id, state) REFERENCES standings ON DELETE CASCADE
) WITH (toast_tuple_target = 8160);

CREATE TABLE restated_sums (
  region_id bigint NOT NULL REFERENCES regions,
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

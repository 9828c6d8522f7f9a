CREATE TABLE standings (
  report_id bigint NOT NULL REFERENCES reports,
  state text NOT NULL CHECK (state IN ('latest', 'accepted', 'published')),
  edition_id bigint NOT NULL REFERENCES editions,
  edition_state text NOT NULL,
  -- Unknown where an imported report bears neither a day of publication nor of signing.
  filed_at timestamptz,
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

-- Obliged agencies of a region with all below it: how many owe a report (due), how many stand in a state, and how many of these filed late.
CREATE TABLE coverage_counts (
  region_id bigint NOT NULL REFERENCES regions,
  year int NOT NULL,
  agency_kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('due', 'accepted', 'published')),
  agencies int NOT NULL CHECK (agencies > 0),
  late int NOT NULL CHECK (late BETWEEN 0 AND agencies),
  PRIMARY KEY (region_id, year, agency_kind, state)
);

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

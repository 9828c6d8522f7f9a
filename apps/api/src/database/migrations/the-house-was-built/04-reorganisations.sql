CREATE TABLE reorganisations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('found', 'rename', 'move', 'merge', 'split', 'abolish')),
  happened_on date NOT NULL,
  basis text NOT NULL CHECK (btrim(basis) <> ''),
  recorded_by bigint NOT NULL REFERENCES accounts,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE agency_versions (
  agency_id bigint NOT NULL REFERENCES agencies,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  region_id bigint NOT NULL REFERENCES regions,
  kind text NOT NULL CHECK (kind IN ('GOVERNMENT', 'GOVERNMENT_OFFICE', 'DEPARTMENT', 'TOWNSHIP', 'SUBDISTRICT', 'DISPATCHED_BODY',
    'AUTHORIZED_ORG', 'PARTY_ORGAN_WITH_PLATE', 'VERTICAL_ORGAN', 'FUNCTIONAL_ZONE_COMMITTEE', 'PUBLIC_INSTITUTION')),
  name text NOT NULL CHECK (name <> ''),
  pinyin text NOT NULL,
  initials text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  begun_by bigint REFERENCES reorganisations,
  ended_by bigint REFERENCES reorganisations,
  system text CHECK (btrim(system) <> ''),
  PRIMARY KEY (agency_id, valid_from)
);
CREATE INDEX agency_versions_by_region ON agency_versions (region_id);

CREATE TABLE agency_successions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  predecessor_id bigint NOT NULL REFERENCES agencies,
  successor_id bigint REFERENCES agencies CHECK (successor_id <> predecessor_id),
  kind text NOT NULL CHECK (kind IN ('rename', 'merge', 'split', 'abolish')),
  happened_on date NOT NULL,
  basis text NOT NULL CHECK (basis <> ''),
  reorganisation_id bigint REFERENCES reorganisations,
  CHECK ((kind = 'abolish') = (successor_id IS NULL))
);
CREATE INDEX agency_successions_by_successor ON agency_successions (successor_id);
CREATE INDEX agency_successions_by_predecessor ON agency_successions (predecessor_id);

CREATE TABLE applicability_statements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency_id bigint NOT NULL REFERENCES agencies,
  row_code text NOT NULL CHECK (row_code ~ '^[a-z][a-z0-9_]*$'),
  applies boolean NOT NULL,
  from_year int NOT NULL CHECK (from_year BETWEEN 2008 AND 2200),
  basis text NOT NULL CHECK (basis <> ''),
  stated_by bigint REFERENCES accounts,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX applicability_by_agency ON applicability_statements (agency_id);

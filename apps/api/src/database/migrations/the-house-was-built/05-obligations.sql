CREATE TABLE reports (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency_id bigint NOT NULL REFERENCES agencies,
  year int NOT NULL CHECK (year BETWEEN 2008 AND 2200),
  region_id bigint NOT NULL REFERENCES regions,
  region_path bigint[] NOT NULL CHECK (region_path[cardinality(region_path)] = region_id),
  agency_kind text NOT NULL CHECK (agency_kind IN ('GOVERNMENT', 'GOVERNMENT_OFFICE', 'DEPARTMENT', 'TOWNSHIP', 'SUBDISTRICT', 'DISPATCHED_BODY',
    'AUTHORIZED_ORG', 'PARTY_ORGAN_WITH_PLATE', 'VERTICAL_ORGAN', 'FUNCTIONAL_ZONE_COMMITTEE', 'PUBLIC_INSTITUTION')),
  agency_name text NOT NULL,
  due_on date NOT NULL,
  obliged boolean NOT NULL,
  origin text NOT NULL DEFAULT 'roster' CHECK (origin IN ('roster', 'import')),
  system text CHECK (btrim(system) <> ''),
  UNIQUE (agency_id, year)
);
CREATE INDEX reports_by_path ON reports USING gin (region_path);
CREATE INDEX reports_by_year ON reports (year, region_id);
CREATE INDEX reports_by_system ON reports (system, year) WHERE system IS NOT NULL;

CREATE TABLE obligation_decisions (
  report_id bigint PRIMARY KEY REFERENCES reports,
  reorganisation_id bigint NOT NULL REFERENCES reorganisations,
  decision text NOT NULL CHECK (decision IN ('stay', 'release', 'hand_over'))
);

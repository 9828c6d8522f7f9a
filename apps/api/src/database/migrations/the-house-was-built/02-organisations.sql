CREATE TABLE regions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE region_versions (
  region_id bigint NOT NULL REFERENCES regions,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  parent_id bigint REFERENCES regions CHECK (parent_id <> region_id),
  code text,
  name text NOT NULL CHECK (name <> ''),
  pinyin text NOT NULL,
  initials text NOT NULL,
  level text NOT NULL CHECK (level IN ('nation', 'province', 'prefecture', 'county', 'township', 'functional_zone')),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, valid_from)
);
CREATE INDEX region_versions_by_parent ON region_versions (parent_id);

CREATE TABLE agencies (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE agency_aliases (
  agency_id bigint NOT NULL REFERENCES agencies,
  alias text NOT NULL CHECK (alias <> ''),
  pinyin text NOT NULL,
  initials text NOT NULL,
  PRIMARY KEY (agency_id, alias)
);

CREATE TABLE platform_facts (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  demo boolean NOT NULL DEFAULT false,
  catalogue_sha256 text
);
INSERT INTO platform_facts DEFAULT VALUES;

CREATE TABLE schema_files (
  file text PRIMARY KEY,
  sha256 text NOT NULL
);

CREATE TABLE forms (
  id text PRIMARY KEY,
  document text,
  first_year int,
  last_year int
);

CREATE TABLE indicator_terms (
  position int NOT NULL,
  form text NOT NULL REFERENCES forms,
  section text NOT NULL CHECK (section IN ('s2', 's3', 's4')),
  numerator_cells int[] NOT NULL,
  denominator_cells int[] NOT NULL,
  PRIMARY KEY (position, form)
);

CREATE TABLE leases (
  name text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
  holder uuid NOT NULL,
  held_until timestamptz NOT NULL
);

CREATE TABLE heartbeats (
  program uuid PRIMARY KEY,
  beat_at timestamptz NOT NULL
);

CREATE SCHEMA budgets;
CREATE UNLOGGED TABLE budgets.buckets (
  owner text PRIMARY KEY CHECK (length(owner) <= 100),
  units float8 NOT NULL,
  at timestamptz NOT NULL
);

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

-- Filled from the catalogue when it is adopted, never by hand; a form that something was filed under stays.
CREATE TABLE forms (
  id text PRIMARY KEY,
  -- What the catalogue says of it follows when it is adopted.
  document text,
  first_year int,
  last_year int
);

-- Positions of the catalogue's indicators and the cells each adds up under a form; filled from the catalogue, never by hand.
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

-- What every program of the platform last said of itself: it proves that rows are taken, and by which clock.
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

CREATE TABLE documents (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  size int NOT NULL,
  content bytea NOT NULL,
  CHECK (size = octet_length(content))
);

CREATE TABLE editions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id bigint NOT NULL REFERENCES reports,
  number int NOT NULL CHECK (number > 0),
  predecessor_id bigint REFERENCES editions,
  reason_class text CHECK (reason_class IN ('correction', 'definition_change', 'reorganisation', 'late_addition')),
  reason text,
  s2_form text NOT NULL REFERENCES forms,
  s3_form text NOT NULL REFERENCES forms,
  figures bigint[] NOT NULL,
  states jsonb NOT NULL,
  derived int[] NOT NULL,
  title text,
  signed_on date,
  narrative jsonb NOT NULL,
  declared jsonb NOT NULL,
  residue jsonb NOT NULL,
  explanations jsonb NOT NULL,
  content_sha256 text NOT NULL,
  document_sha256 text REFERENCES documents,
  document_name text,
  idempotency_key text,
  receipt_number text NOT NULL UNIQUE,
  submitted_by bigint NOT NULL REFERENCES accounts,
  received_at timestamptz NOT NULL,
  last_year_id bigint REFERENCES editions,
  origin text NOT NULL DEFAULT 'filed' CHECK (origin IN ('filed', 'imported')),
  source_url text CHECK (source_url ~ '^https?://'),
  source_citation text CHECK (source_citation <> ''),
  published_on date,
  s4_form text NOT NULL REFERENCES forms,
  UNIQUE (report_id, number),
  CHECK ((reason_class IS NULL) = (reason IS NULL)),
  CHECK (1000000000000000 > ALL (figures) AND -1000000000000000 < ALL (figures)),
  CHECK ((origin = 'imported') = (source_url IS NOT NULL OR source_citation IS NOT NULL)),
  CHECK (origin = 'imported' OR published_on IS NULL)
) WITH (toast_tuple_target = 8160);
CREATE UNIQUE INDEX editions_by_key ON editions (submitted_by, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX editions_by_document ON editions (document_sha256);
CREATE SEQUENCE receipt_numbers;

CREATE TABLE provenance (
  edition_id bigint PRIMARY KEY REFERENCES editions,
  raw text[] NOT NULL,
  places jsonb NOT NULL,
  confidence jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE findings (
  edition_id bigint NOT NULL REFERENCES editions,
  ordinal int NOT NULL,
  code text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'inconsistency', 'warning', 'info')),
  finding jsonb NOT NULL,
  PRIMARY KEY (edition_id, ordinal)
);

CREATE TABLE edition_events (
  edition_id bigint NOT NULL REFERENCES editions,
  sequence int NOT NULL CHECK (sequence > 0),
  state text NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted', 'published', 'withdrawn')),
  at timestamptz NOT NULL,
  by_account bigint NOT NULL REFERENCES accounts,
  by_office text NOT NULL,
  why text,
  comments jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (edition_id, sequence)
);
CREATE INDEX edition_events_by_time ON edition_events (at);

CREATE TABLE moves (
  from_state text,
  to_state text NOT NULL,
  role text NOT NULL,
  needs_reason boolean NOT NULL,
  four_eyes boolean NOT NULL,
  UNIQUE NULLS NOT DISTINCT (from_state, to_state)
);
INSERT INTO moves (from_state, to_state, role, needs_reason, four_eyes) VALUES
  (NULL, 'submitted', 'agency', false, false),
  ('submitted', 'withdrawn', 'agency', true, false),
  ('submitted', 'returned', 'supervisor', true, true),
  ('submitted', 'accepted', 'supervisor', false, true),
  ('accepted', 'returned', 'supervisor', true, true),
  ('accepted', 'published', 'supervisor', false, true);

CREATE TABLE section_texts (
  edition_id bigint NOT NULL REFERENCES editions,
  section text NOT NULL CHECK (section IN ('s1', 's5')),
  year int NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (edition_id, section)
);
CREATE INDEX section_texts_by_text ON section_texts (sha256, year);

CREATE TABLE comment_answers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition_id bigint NOT NULL,
  sequence int NOT NULL,
  comment int NOT NULL CHECK (comment > 0),
  text text NOT NULL CHECK (text <> ''),
  at timestamptz NOT NULL,
  by_account bigint NOT NULL REFERENCES accounts,
  by_office text NOT NULL,
  FOREIGN KEY (edition_id, sequence) REFERENCES edition_events
);
CREATE INDEX comment_answers_by_edition ON comment_answers (edition_id);

CREATE TABLE refused_arrivals (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  report_id bigint NOT NULL REFERENCES reports,
  received_at timestamptz NOT NULL,
  submitted_by bigint NOT NULL REFERENCES accounts,
  document_name text,
  document_sha256 text CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
  content_sha256 text CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
  code text NOT NULL,
  refusal text NOT NULL
);
CREATE INDEX refused_arrivals_by_report ON refused_arrivals (report_id, id);

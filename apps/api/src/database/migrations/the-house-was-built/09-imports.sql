CREATE TABLE import_jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region_id bigint NOT NULL REFERENCES regions,
  year int CHECK (year BETWEEN 2008 AND 2200),
  source_url text CHECK (source_url ~ '^https?://'),
  source_citation text CHECK (source_citation <> ''),
  published_on date,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'ended')),
  started_by bigint NOT NULL REFERENCES accounts,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (source_url IS NOT NULL OR source_citation IS NOT NULL),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE INDEX import_jobs_not_ended ON import_jobs (id) WHERE state <> 'ended';

CREATE TABLE import_uploads (
  job_id bigint NOT NULL REFERENCES import_jobs,
  ordinal int NOT NULL,
  name text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (job_id, ordinal)
);

CREATE TABLE import_files (
  job_id bigint NOT NULL REFERENCES import_jobs,
  ordinal int NOT NULL CHECK (ordinal > 0),
  name text NOT NULL,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea,
  result text CHECK (result IN ('kept', 'doubtful', 'refused')),
  edition_id bigint REFERENCES editions,
  repeated boolean NOT NULL DEFAULT false,
  agency_id bigint REFERENCES agencies,
  year int,
  printed_name text,
  candidates bigint[] NOT NULL DEFAULT '{}',
  code text,
  message jsonb,
  PRIMARY KEY (job_id, ordinal),
  CHECK ((content IS NOT NULL) = (result IS NULL OR result = 'doubtful')),
  CHECK ((result IS NOT DISTINCT FROM 'kept') = (edition_id IS NOT NULL)),
  CONSTRAINT import_files_reason CHECK (
    (code IS NULL) = (message IS NULL) AND (code IS NOT NULL OR result IS DISTINCT FROM 'refused')
    AND (code IS NULL OR result IS NOT DISTINCT FROM 'refused' OR result IS NOT DISTINCT FROM 'doubtful')
  )
);

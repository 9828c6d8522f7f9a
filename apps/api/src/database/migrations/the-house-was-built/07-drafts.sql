CREATE TABLE drafts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency_id bigint NOT NULL REFERENCES agencies,
  year int NOT NULL,
  version int NOT NULL CHECK (version > 0),
  content text NOT NULL CHECK (octet_length(content) <= 500000),
  saved_at timestamptz NOT NULL,
  saved_by bigint NOT NULL REFERENCES accounts,
  saved_by_name text NOT NULL,
  UNIQUE (agency_id, year),
  FOREIGN KEY (agency_id, year) REFERENCES reports (agency_id, year)
);

CREATE TABLE draft_copies (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency_id bigint NOT NULL REFERENCES agencies,
  year int NOT NULL,
  version int NOT NULL CHECK (version >= 0),
  content text NOT NULL CHECK (octet_length(content) <= 500000),
  saved_at timestamptz NOT NULL,
  saved_by bigint NOT NULL REFERENCES accounts,
  saved_by_name text NOT NULL,
  UNIQUE (agency_id, year, saved_by, version),
  FOREIGN KEY (agency_id, year) REFERENCES reports (agency_id, year)
);

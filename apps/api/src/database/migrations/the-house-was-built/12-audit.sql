CREATE TABLE audit_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sequence bigint UNIQUE,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  role text NOT NULL,
  account_id bigint,
  token_id bigint,
  address text,
  action text NOT NULL,
  subject text,
  before jsonb,
  after jsonb,
  previous_sha256 text,
  sha256 text
);
CREATE INDEX audit_by_account ON audit_entries (account_id, id);
CREATE INDEX audit_by_subject ON audit_entries (subject, id);

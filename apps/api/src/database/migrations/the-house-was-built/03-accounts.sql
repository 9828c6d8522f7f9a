CREATE TABLE accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
  name text NOT NULL CHECK (name <> ''),
  role text NOT NULL CHECK (role IN ('agency', 'supervisor', 'analyst', 'administrator')),
  agency_id bigint REFERENCES agencies,
  region_id bigint REFERENCES regions,
  disabled boolean NOT NULL DEFAULT false,
  CHECK ((role = 'agency') = (agency_id IS NOT NULL)),
  CHECK ((role IN ('supervisor', 'analyst')) = (region_id IS NOT NULL))
);

CREATE TABLE credentials (
  account_id bigint PRIMARY KEY REFERENCES accounts,
  password_hash text NOT NULL
);

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts,
  expires_at timestamptz NOT NULL
);

CREATE TABLE tokens (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts,
  name text NOT NULL CHECK (name <> ''),
  scope text NOT NULL CHECK (scope IN ('read', 'file', 'import')),
  token_hash text NOT NULL UNIQUE,
  created_by bigint NOT NULL REFERENCES accounts,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  revoked_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX tokens_by_account ON tokens (account_id);

CREATE TABLE log_in_attempts (
  kind text NOT NULL CHECK (kind IN ('name', 'device', 'account', 'address')),
  key text NOT NULL CHECK (length(key) <= 100),
  failures int NOT NULL DEFAULT 0,
  last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  next_at timestamptz,
  PRIMARY KEY (kind, key)
);
CREATE INDEX log_in_attempts_by_age ON log_in_attempts (last_at);

CREATE TABLE refusal_counts (
  hour timestamptz NOT NULL,
  key text NOT NULL CHECK (length(key) <= 300),
  count int NOT NULL,
  PRIMARY KEY (hour, key)
);

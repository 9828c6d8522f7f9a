CREATE TABLE local_rules (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region_id bigint NOT NULL REFERENCES regions,
  form text NOT NULL REFERENCES forms
);

CREATE TABLE local_rule_versions (
  rule_id bigint NOT NULL REFERENCES local_rules,
  version int NOT NULL CHECK (version > 0),
  rule jsonb NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  why text,
  author_id bigint NOT NULL REFERENCES accounts,
  author_office text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (rule_id, version)
);

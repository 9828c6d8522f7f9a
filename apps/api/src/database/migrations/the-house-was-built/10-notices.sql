CREATE TABLE rechecks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition_id bigint NOT NULL REFERENCES editions,
  against_edition_id bigint NOT NULL REFERENCES editions,
  checked_at timestamptz NOT NULL,
  findings jsonb NOT NULL,
  resolved jsonb NOT NULL,
  UNIQUE (edition_id, against_edition_id)
);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('received', 'amended', 'returned', 'accepted', 'published', 'withdrawn', 'answered', 'rechecked', 'imported')),
  edition_id bigint,
  sequence int,
  answer_id bigint UNIQUE REFERENCES comment_answers,
  recheck_id bigint UNIQUE REFERENCES rechecks,
  import_id bigint UNIQUE REFERENCES import_jobs,
  told_at timestamptz,
  FOREIGN KEY (edition_id, sequence) REFERENCES edition_events,
  CHECK ((edition_id IS NULL) = (sequence IS NULL)),
  CHECK (num_nonnulls(edition_id, recheck_id, import_id) = 1),
  CHECK ((kind = 'answered') = (answer_id IS NOT NULL) AND (kind = 'rechecked') = (recheck_id IS NOT NULL) AND (kind = 'imported') = (import_id IS NOT NULL))
);
CREATE UNIQUE INDEX outbox_once_an_event ON outbox (edition_id, sequence) WHERE answer_id IS NULL;
CREATE INDEX outbox_untold ON outbox (id) WHERE told_at IS NULL;

CREATE TABLE notices (
  outbox_id bigint NOT NULL REFERENCES outbox,
  account_id bigint NOT NULL REFERENCES accounts,
  read_at timestamptz,
  PRIMARY KEY (account_id, outbox_id)
);
CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;

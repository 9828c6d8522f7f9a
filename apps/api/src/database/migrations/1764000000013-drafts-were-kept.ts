import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agency is still writing, seen by nobody else; and what it answers to each comment of a return. */
export class DraftsWereKept1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DRAFTS);
    await runner.query(ANSWERS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

// JSON as text: what was typed may hold characters that no jsonb can.
const DRAFTS = `
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
  -- What was typed over a version that another had replaced; kept until somebody settles it.
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
  ${['drafts', 'draft_copies']
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO gongkai_app;
  CREATE POLICY only_the_agency ON ${table} TO gongkai_app
    USING (caller_is('agency') AND agency_id = caller_agency())
    WITH CHECK (caller_is('agency') AND agency_id = caller_agency() AND saved_by = caller_account());
  CREATE TRIGGER ${table}_are_audited AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_row('content');`,
    )
    .join('')}
`;

const ANSWERS = `
  CREATE TABLE comment_answers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition_id bigint NOT NULL,
    sequence int NOT NULL,
    -- Which comment of the event, from 1.
    comment int NOT NULL CHECK (comment > 0),
    text text NOT NULL CHECK (text <> ''),
    at timestamptz NOT NULL,
    by_account bigint NOT NULL REFERENCES accounts,
    by_office text NOT NULL,
    FOREIGN KEY (edition_id, sequence) REFERENCES edition_events
  );
  CREATE INDEX comment_answers_by_edition ON comment_answers (edition_id);
  ALTER TABLE comment_answers ENABLE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON comment_answers TO gongkai_app;
  CREATE POLICY seen_with_edition ON comment_answers FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));
  CREATE POLICY agency_answers ON comment_answers FOR INSERT TO gongkai_app WITH CHECK (by_account = caller_account()
    AND EXISTS (SELECT FROM editions e JOIN edition_events v ON v.edition_id = e.id
      WHERE e.id = comment_answers.edition_id AND v.sequence = comment_answers.sequence AND comment <= jsonb_array_length(v.comments) AND files_for(e.report_id)));
  CREATE TRIGGER comment_answers_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON comment_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER comment_answers_are_audited AFTER INSERT ON comment_answers FOR EACH ROW EXECUTE FUNCTION audit_row();
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;
`;

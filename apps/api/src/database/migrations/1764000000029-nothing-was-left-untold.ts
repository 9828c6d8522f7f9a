import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened is put into an outbox by the statement that makes it happen, so that no code can forget to; from there it is told to every account
 * it concerns, once.
 */
export class NothingWasLeftUntold1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OUTBOX);
    await runner.query(NOTICES);
    await runner.query(TAKEN_OVER);
    await runner.query(GUARDS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const OUTBOX = `
  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    kind text NOT NULL CHECK (kind IN ('received', 'amended', 'returned', 'accepted', 'published', 'withdrawn', 'answered', 'rechecked', 'imported')),
    -- An event of an edition, and the answer to a comment of it; or a later check that says something else; or an import that ended.
    edition_id bigint,
    sequence int,
    answer_id bigint UNIQUE REFERENCES comment_answers,
    recheck_id bigint UNIQUE REFERENCES rechecks,
    import_id bigint UNIQUE REFERENCES import_jobs,
    -- Null until everybody concerned has a notice.
    told_at timestamptz,
    FOREIGN KEY (edition_id, sequence) REFERENCES edition_events,
    CHECK ((edition_id IS NULL) = (sequence IS NULL)),
    CHECK (num_nonnulls(edition_id, recheck_id, import_id) = 1),
    CHECK ((kind = 'answered') = (answer_id IS NOT NULL) AND (kind = 'rechecked') = (recheck_id IS NOT NULL) AND (kind = 'imported') = (import_id IS NOT NULL))
  );
  CREATE UNIQUE INDEX outbox_once_an_event ON outbox (edition_id, sequence) WHERE answer_id IS NULL;
  CREATE INDEX outbox_untold ON outbox (id) WHERE told_at IS NULL;

  CREATE FUNCTION kind_of_event(edition bigint, state text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN state <> 'submitted' THEN state WHEN e.reason_class IS NULL THEN 'received' ELSE 'amended' END FROM editions e WHERE e.id = edition
  $$;
  CREATE FUNCTION put_into_outbox() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    CASE TG_TABLE_NAME
      WHEN 'edition_events' THEN 
        INSERT INTO outbox (kind, at, edition_id, sequence) VALUES (kind_of_event(NEW.edition_id, NEW.state), NEW.at, NEW.edition_id, NEW.sequence);
      WHEN 'comment_answers' THEN 
        INSERT INTO outbox (kind, at, edition_id, sequence, answer_id) VALUES ('answered', NEW.at, NEW.edition_id, NEW.sequence, NEW.id);
      WHEN 'rechecks' THEN INSERT INTO outbox (kind, at, recheck_id) VALUES ('rechecked', NEW.checked_at, NEW.id);
      WHEN 'import_jobs' THEN INSERT INTO outbox (kind, at, import_id) VALUES ('imported', NEW.ended_at, NEW.id);
    END CASE;
    RETURN NULL;
  END $$;
  CREATE TRIGGER events_are_to_be_told AFTER INSERT ON edition_events FOR EACH ROW EXECUTE FUNCTION put_into_outbox();
  CREATE TRIGGER answers_are_to_be_told AFTER INSERT ON comment_answers FOR EACH ROW EXECUTE FUNCTION put_into_outbox();
  CREATE TRIGGER changed_checks_are_to_be_told AFTER INSERT ON rechecks FOR EACH ROW
    WHEN (NEW.findings <> '[]' OR NEW.resolved <> '[]') EXECUTE FUNCTION put_into_outbox();
  CREATE TRIGGER ended_imports_are_to_be_told AFTER UPDATE ON import_jobs FOR EACH ROW
    WHEN (OLD.state <> 'ended' AND NEW.state = 'ended') EXECUTE FUNCTION put_into_outbox();
`;

const NOTICES = `
  ALTER TABLE notices RENAME TO notices_to_agencies;
  ALTER INDEX notices_pkey RENAME TO notices_to_agencies_pkey;
  CREATE TABLE notices (
    outbox_id bigint NOT NULL REFERENCES outbox,
    account_id bigint NOT NULL REFERENCES accounts,
    read_at timestamptz,
    PRIMARY KEY (account_id, outbox_id)
  );
  CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;

  ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
  ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
  GRANT SELECT, UPDATE (told_at) ON outbox TO gongkai_app;
  GRANT SELECT, INSERT, UPDATE (read_at) ON notices TO gongkai_app;
  CREATE POLICY told_to_oneself ON notices FOR SELECT TO gongkai_app USING (caller_is('system') OR account_id = caller_account());
  CREATE POLICY the_platform_tells ON notices FOR INSERT TO gongkai_app WITH CHECK (caller_is('system'));
  CREATE POLICY read_by_oneself ON notices FOR UPDATE TO gongkai_app USING (account_id = caller_account()) WITH CHECK (account_id = caller_account());
  CREATE POLICY told_to_oneself ON outbox FOR SELECT TO gongkai_app
    USING (caller_is('system') OR EXISTS (SELECT FROM notices n WHERE n.outbox_id = id AND n.account_id = caller_account()));
  CREATE POLICY the_platform_tells ON outbox FOR UPDATE TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
`;

// What agencies were told stays told, to their accounts; what a crash may have kept from being told, on the last day, is told now.
const TAKEN_OVER = `
  INSERT INTO outbox (kind, at, recheck_id, told_at) SELECT 'rechecked', min(at), recheck_id, min(at) FROM notices_to_agencies GROUP BY recheck_id ORDER BY 1;
  INSERT INTO notices (outbox_id, account_id)
    SELECT o.id, a.id FROM notices_to_agencies n JOIN outbox o USING (recheck_id) JOIN accounts a ON a.agency_id = n.agency_id;
  DROP TABLE notices_to_agencies;
  INSERT INTO outbox (kind, at, edition_id, sequence)
    SELECT kind_of_event(edition_id, state), at, edition_id, sequence FROM edition_events WHERE at >= (SELECT max(at) FROM edition_events) - interval '1 day' ORDER BY at;
`;

const GUARDS = `
  CREATE TRIGGER outbox_remain BEFORE DELETE OR TRUNCATE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER notices_remain BEFORE DELETE OR TRUNCATE ON notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  -- Who was told; that a person has read it is no act on a register.
  CREATE TRIGGER notices_are_audited AFTER INSERT ON notices FOR EACH ROW EXECUTE FUNCTION audit_row();
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;
`;

-- What happened is put into an outbox by the statement that makes it happen; from there it is told to every account it concerns, once.

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

COMMENT ON TABLE rechecks IS 'What the rules across years say of an edition once the edition before it was amended: once for each pair.';
COMMENT ON COLUMN rechecks.edition_id IS 'The later one.';
COMMENT ON COLUMN rechecks.against_edition_id IS 'What it was held against.';
COMMENT ON COLUMN rechecks.checked_at IS 'When.';
COMMENT ON COLUMN rechecks.findings IS 'That it has now and had not.';
COMMENT ON COLUMN rechecks.resolved IS 'That it had and has no longer.';
ALTER TABLE rechecks ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON rechecks TO gongkai_app;
CREATE POLICY seen_with_both_editions ON rechecks FOR SELECT TO gongkai_app
  USING (may_see_edition(edition_id) AND may_see_edition(against_edition_id));
CREATE POLICY the_platform_rechecks ON rechecks FOR INSERT TO gongkai_app WITH CHECK (caller_is('system'));
CREATE TRIGGER changed_checks_are_to_be_told AFTER INSERT ON rechecks FOR EACH ROW
  WHEN (NEW.findings <> '[]' OR NEW.resolved <> '[]') EXECUTE FUNCTION put_into_outbox();
CREATE TRIGGER rechecks_are_audited AFTER INSERT ON rechecks FOR EACH ROW EXECUTE FUNCTION audit_row('#findings', '#resolved');
CREATE TRIGGER rechecks_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON rechecks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE outbox IS 'What is to be told, put here by the statement that makes it happen.';
COMMENT ON COLUMN outbox.at IS 'When it happened.';
COMMENT ON COLUMN outbox.kind IS 'What happened.';
COMMENT ON COLUMN outbox.edition_id IS 'With the sequence: an event of an edition.';
COMMENT ON COLUMN outbox.sequence IS 'With the edition: an event of an edition.';
COMMENT ON COLUMN outbox.answer_id IS 'The answer to a comment of that event.';
COMMENT ON COLUMN outbox.recheck_id IS 'A later check that says something else.';
COMMENT ON COLUMN outbox.import_id IS 'An import that ended.';
COMMENT ON COLUMN outbox.told_at IS 'Null until everybody concerned has a notice.';
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (told_at) ON outbox TO gongkai_app;
CREATE POLICY the_platform_tells ON outbox FOR UPDATE TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
CREATE POLICY told_to_oneself ON outbox FOR SELECT TO gongkai_app
  USING (caller_is('system') OR EXISTS (SELECT FROM notices n WHERE n.outbox_id = id AND n.account_id = caller_account()));
CREATE TRIGGER outbox_remain BEFORE DELETE OR TRUNCATE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE notices IS 'Who was told which entry of the outbox.';
COMMENT ON COLUMN notices.read_at IS 'Null until the account has read it.';
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (read_at) ON notices TO gongkai_app;
CREATE POLICY read_by_oneself ON notices FOR UPDATE TO gongkai_app USING (account_id = caller_account()) WITH CHECK (account_id = caller_account());
CREATE POLICY the_platform_tells ON notices FOR INSERT TO gongkai_app WITH CHECK (caller_is('system'));
CREATE POLICY told_to_oneself ON notices FOR SELECT TO gongkai_app USING (caller_is('system') OR account_id = caller_account());
-- Who was told; that a person has read it is no act on a register.
CREATE TRIGGER notices_are_audited AFTER INSERT ON notices FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER notices_remain BEFORE DELETE OR TRUNCATE ON notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER events_are_to_be_told AFTER INSERT ON edition_events FOR EACH ROW EXECUTE FUNCTION put_into_outbox();
CREATE TRIGGER answers_are_to_be_told AFTER INSERT ON comment_answers FOR EACH ROW EXECUTE FUNCTION put_into_outbox();
CREATE TRIGGER ended_imports_are_to_be_told AFTER UPDATE ON import_jobs FOR EACH ROW
  WHEN (OLD.state <> 'ended' AND NEW.state = 'ended') EXECUTE FUNCTION put_into_outbox();

-- Accounts and what they are reached by: passwords, sessions, tokens of programs. Log-in is slowed by name and by address, for all apis alike.

-- The one act that ends everything: sessions and tokens; sockets see at their next look that they stand for nobody.
CREATE FUNCTION end_access(account bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM sessions WHERE account_id = account;
  UPDATE tokens SET revoked_at = now() WHERE account_id = account AND revoked_at IS NULL;
$$;

CREATE FUNCTION end_access_of_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM end_access((to_jsonb(NEW) ->> TG_ARGV[0])::bigint);
  RETURN NULL;
END $$;

-- How many seconds the next attempt waits after so many failures: none at first, then twice as long each time.
CREATE FUNCTION log_in_pause(kind text, failures int) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN failures >= r.free THEN least(r.longest, r.shortest * 2 ^ least(failures - r.free, 20)) * interval '1 second' END
  FROM (VALUES ('name', 5, 5, 900), ('device', 10, 5, 900), ('account', 5, 5, 900), ('address', 30, 1, 60)) r(sort, free, shortest, longest) WHERE r.sort = log_in_pause.kind
$$;

CREATE FUNCTION fail_attempt(sort text, whose text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT only_the_platform();
  INSERT INTO log_in_attempts AS a (kind, key, failures) VALUES (sort, whose, 1)
  ON CONFLICT (kind, key) DO UPDATE SET last_at = clock_timestamp(),
    failures = CASE WHEN a.last_at < clock_timestamp() - CASE WHEN sort = 'address' THEN interval '1 hour' ELSE interval '1 day' END THEN 1 ELSE a.failures + 1 END;
  UPDATE log_in_attempts SET next_at = clock_timestamp() + log_in_pause(sort, failures) WHERE kind = sort AND key = whose;
$$;

-- Takes an attempt before the password is looked at, so that many at once are counted like one after the other: 0, or how many seconds there are to wait.
CREATE FUNCTION take_attempt(sort text, whose text, address text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE wait int;
BEGIN
  PERFORM only_the_platform();
  DELETE FROM log_in_attempts WHERE (kind, key) IN (SELECT a.kind, a.key FROM log_in_attempts a WHERE a.last_at < clock_timestamp() - interval '2 days'
    ORDER BY a.last_at LIMIT 100 FOR UPDATE SKIP LOCKED);
  INSERT INTO log_in_attempts (kind, key) VALUES (sort, whose) ON CONFLICT DO NOTHING;
  PERFORM FROM log_in_attempts WHERE kind = sort AND key = whose FOR UPDATE;
  SELECT max(ceil(extract(epoch FROM a.next_at - clock_timestamp())))::int INTO wait FROM log_in_attempts a
    WHERE a.next_at > clock_timestamp() AND ((a.kind = sort AND a.key = whose) OR (a.kind = 'address' AND a.key = take_attempt.address));
  IF wait > 0 THEN RETURN wait; END IF;
  PERFORM fail_attempt(sort, whose);
  RETURN 0;
END $$;

-- It was no failure.
CREATE FUNCTION forgive_attempts(sort text, whose text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT only_the_platform();
  DELETE FROM log_in_attempts WHERE kind = sort AND key = whose;
$$;

REVOKE EXECUTE ON FUNCTION end_access FROM PUBLIC;

COMMENT ON TABLE accounts IS 'Who may log in. An account is disabled, never deleted: the trail names it.';
COMMENT ON COLUMN accounts.login IS 'In lower case.';
COMMENT ON COLUMN accounts.name IS 'Of the person or office.';
COMMENT ON COLUMN accounts.role IS 'What it may do at all.';
COMMENT ON COLUMN accounts.agency_id IS 'Whose reports it files; of role agency alone.';
COMMENT ON COLUMN accounts.region_id IS 'The subtree it sees; of supervisors and analysts alone.';
COMMENT ON COLUMN accounts.disabled IS 'May not log in; its sessions and tokens have ended.';
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (disabled) ON accounts TO gongkai_app;
CREATE POLICY officials_read ON accounts FOR SELECT TO gongkai_app
  USING (caller_is('system', 'administrator', 'supervisor', 'analyst') OR id = caller_account());
CREATE POLICY registrar_disables ON accounts FOR UPDATE TO gongkai_app
  USING (caller_is('administrator') AND caller_token() IS NULL AND id <> caller_account())
  WITH CHECK (caller_is('administrator') AND id <> caller_account());
CREATE POLICY registrar_writes ON accounts FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));
CREATE TRIGGER accounts_are_audited AFTER INSERT OR UPDATE OR DELETE ON accounts
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER accounts_change_hands AFTER UPDATE ON accounts FOR EACH ROW
  WHEN (NEW.disabled AND NOT OLD.disabled OR (NEW.login, NEW.role, NEW.agency_id, NEW.region_id) IS DISTINCT FROM (OLD.login, OLD.role, OLD.agency_id, OLD.region_id))
  EXECUTE FUNCTION end_access_of_row('id');
CREATE TRIGGER accounts_remain BEFORE DELETE OR TRUNCATE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE credentials IS 'Passwords, seen by the platform alone.';
COMMENT ON COLUMN credentials.password_hash IS 'argon2id.';
ALTER TABLE credentials ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON credentials TO gongkai_app;
CREATE POLICY only_the_platform ON credentials TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
CREATE POLICY registrar_gives_passwords ON credentials FOR INSERT TO gongkai_app WITH CHECK (caller_is('administrator'));
CREATE TRIGGER passwords_are_set AFTER UPDATE ON credentials FOR EACH ROW WHEN (OLD.password_hash <> NEW.password_hash)
  EXECUTE FUNCTION audit_row_of_account('password_hash');
CREATE TRIGGER passwords_end_access AFTER UPDATE ON credentials FOR EACH ROW WHEN (OLD.password_hash <> NEW.password_hash)
  EXECUTE FUNCTION end_access_of_row('account_id');

COMMENT ON TABLE sessions IS 'Log-ins that have not ended; not dumped, so that no dump undoes a log-out.';
COMMENT ON COLUMN sessions.token_hash IS 'Keyed hash of what the cookie holds.';
COMMENT ON COLUMN sessions.expires_at IS 'When it ends by itself.';
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO gongkai_app;
CREATE POLICY only_the_platform ON sessions TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
CREATE TRIGGER sessions_are_closed AFTER DELETE ON sessions FOR EACH ROW WHEN (OLD.expires_at > now()) EXECUTE FUNCTION audit_row_of_account('token_hash');
CREATE TRIGGER sessions_are_opened AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION audit_row_of_account('token_hash');

COMMENT ON TABLE tokens IS 'What a program acts for an account with, within a scope, until a day. The token itself is kept nowhere.';
COMMENT ON COLUMN tokens.name IS 'What its owner calls it.';
COMMENT ON COLUMN tokens.scope IS 'What it may be used for.';
COMMENT ON COLUMN tokens.token_hash IS 'Keyed hash of the token.';
COMMENT ON COLUMN tokens.created_by IS 'Who made it: its owner or an administrator.';
COMMENT ON COLUMN tokens.created_at IS 'When.';
COMMENT ON COLUMN tokens.expires_at IS 'When it ends by itself.';
COMMENT ON COLUMN tokens.revoked_at IS 'When it was ended; null while it stands.';
COMMENT ON COLUMN tokens.last_used_at IS 'Null before its first use.';
ALTER TABLE tokens ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (revoked_at, last_used_at) ON tokens TO gongkai_app;
CREATE POLICY owners_and_administrators_add ON tokens FOR INSERT TO gongkai_app
  WITH CHECK (created_by = caller_account() AND caller_token() IS NULL AND (caller_is('administrator') OR account_id = caller_account()));
CREATE POLICY owners_and_administrators_end ON tokens FOR UPDATE TO gongkai_app
  USING (caller_is('system') OR caller_token() IS NULL AND (caller_is('administrator') OR account_id = caller_account()))
  WITH CHECK (caller_is('system') OR caller_token() IS NULL AND (caller_is('administrator') OR account_id = caller_account()));
CREATE POLICY owners_and_administrators_read ON tokens FOR SELECT TO gongkai_app
  USING (caller_is('system', 'administrator') OR account_id = caller_account());
CREATE TRIGGER tokens_are_given AFTER INSERT ON tokens FOR EACH ROW EXECUTE FUNCTION audit_row('token_hash');
CREATE TRIGGER tokens_are_revoked AFTER UPDATE ON tokens FOR EACH ROW WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)
  EXECUTE FUNCTION audit_row('token_hash');
CREATE TRIGGER tokens_remain BEFORE DELETE OR TRUNCATE ON tokens FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE log_in_attempts IS 'Failures in a row, by which the next attempt is slowed; forgotten after two days.';
COMMENT ON COLUMN log_in_attempts.kind IS 'Of whom: a name, a device that was here before, an account that changes its password, an address.';
COMMENT ON COLUMN log_in_attempts.key IS 'The name as a keyed hash, or whatever else tells who.';
COMMENT ON COLUMN log_in_attempts.failures IS 'In a row.';
COMMENT ON COLUMN log_in_attempts.last_at IS 'Of the last one.';
COMMENT ON COLUMN log_in_attempts.next_at IS 'Before which the next attempt is refused.';
ALTER TABLE log_in_attempts ENABLE ROW LEVEL SECURITY;

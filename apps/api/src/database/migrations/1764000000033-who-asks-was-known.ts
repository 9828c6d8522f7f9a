import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Log-in is slowed by name and by address, for all apis alike; what strangers are refused is counted and written down a few times an hour. One act
 * ends everything an account is reached by. Log-ins stand in the trail under the account that logged in.
 */
export class WhoAsksWasKnown1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ATTEMPTS);
    await runner.query(COUNTS);
    await runner.query(ACCESS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const ATTEMPTS = `
  -- Failures in a row of a name (as a keyed hash), of a device that was here before, of an account that changes its password, of an address.
  CREATE TABLE log_in_attempts (
    kind text NOT NULL CHECK (kind IN ('name', 'device', 'account', 'address')),
    key text NOT NULL CHECK (length(key) <= 100),
    failures int NOT NULL DEFAULT 0,
    last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    next_at timestamptz,
    PRIMARY KEY (kind, key)
  );
  CREATE INDEX log_in_attempts_by_age ON log_in_attempts (last_at);
  ALTER TABLE log_in_attempts ENABLE ROW LEVEL SECURITY;

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

  ALTER TABLE credentials DROP COLUMN failures, DROP COLUMN blocked_until;
`;

const COUNTS = `
  CREATE TABLE refusal_counts (
    hour timestamptz NOT NULL,
    key text NOT NULL CHECK (length(key) <= 300),
    count int NOT NULL,
    PRIMARY KEY (hour, key)
  );
  ALTER TABLE refusal_counts ENABLE ROW LEVEL SECURITY;

  -- Writes an act down as long as it is within so many an hour for each key, the narrowest first; beyond, at 10, 100, 1000 … of the narrowest or of the
  -- widest, with the count. What is counted under more than ten thousand keys an hour is counted under the widest alone.
  CREATE FUNCTION note_counted(act text, about text, became jsonb, keys text[], mosts int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE this_hour timestamptz := date_trunc('hour', clock_timestamp()); at int; counted int; within boolean := true; narrowest int; rounds int[] := '{10,100,1000,10000,100000,1000000}';
  BEGIN
    DELETE FROM refusal_counts WHERE (hour, key) IN (SELECT c.hour, c.key FROM refusal_counts c WHERE c.hour < this_hour - interval '2 days' LIMIT 100 FOR UPDATE SKIP LOCKED);
    FOR at IN REVERSE cardinality(keys) .. 1 LOOP
      INSERT INTO refusal_counts AS c VALUES (this_hour, keys[at], 1) ON CONFLICT (hour, key) DO UPDATE SET count = c.count + 1 RETURNING count INTO counted;
      IF at = cardinality(keys) AND counted > 10000 THEN
        IF counted = ANY (rounds) THEN PERFORM note_act(act, NULL, NULL, jsonb_build_object('count', counted, 'within', 'an hour')); END IF;
        RETURN;
      END IF;
      within := within AND counted <= mosts[at];
      narrowest := counted;
    END LOOP;
    IF within THEN PERFORM note_act(act, about, NULL, became);
    ELSIF narrowest = ANY (rounds) THEN PERFORM note_act(act, about, NULL, became || jsonb_build_object('count', narrowest, 'within', 'an hour'));
    END IF;
  END $$;
`;

const ACCESS = `
  -- The one act that ends everything: sessions and tokens; sockets see at their next look that they stand for nobody.
  CREATE FUNCTION end_access(account bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM sessions WHERE account_id = account;
    UPDATE tokens SET revoked_at = now() WHERE account_id = account AND revoked_at IS NULL;
  $$;
  REVOKE EXECUTE ON FUNCTION end_access(bigint) FROM PUBLIC;
  CREATE FUNCTION end_access_of_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM end_access((to_jsonb(NEW) ->> TG_ARGV[0])::bigint);
    RETURN NULL;
  END $$;
  DROP TRIGGER accounts_disabled ON accounts;
  DROP FUNCTION end_sessions();
  CREATE TRIGGER accounts_change_hands AFTER UPDATE ON accounts FOR EACH ROW
    WHEN (NEW.disabled AND NOT OLD.disabled OR (NEW.login, NEW.role, NEW.agency_id, NEW.region_id) IS DISTINCT FROM (OLD.login, OLD.role, OLD.agency_id, OLD.region_id))
    EXECUTE FUNCTION end_access_of_row('id');
  CREATE TRIGGER passwords_end_access AFTER UPDATE ON credentials FOR EACH ROW WHEN (OLD.password_hash <> NEW.password_hash)
    EXECUTE FUNCTION end_access_of_row('account_id');

  -- What the platform does to a session or a password for an account stands under that account.
  CREATE FUNCTION audit_row_of_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE was jsonb; became jsonb; entry jsonb;
  BEGIN
    IF TG_OP <> 'INSERT' THEN was := said_row(to_jsonb(OLD), TG_ARGV); END IF;
    IF TG_OP <> 'DELETE' THEN became := said_row(to_jsonb(NEW), TG_ARGV); END IF;
    entry := COALESCE(became, was);
    IF caller_is('system') THEN
      INSERT INTO audit_entries (role, account_id, address, action, subject, before, after)
      SELECT a.role, a.id, nullif(current_setting('gongkai.address', true), ''), TG_TABLE_NAME || '.' || lower(TG_OP), subject_of(TG_TABLE_NAME, entry), was, became
      FROM accounts a WHERE a.id = (entry ->> 'account_id')::bigint;
    ELSE
      PERFORM note_act(TG_TABLE_NAME || '.' || lower(TG_OP), subject_of(TG_TABLE_NAME, entry), was, became);
    END IF;
    RETURN NULL;
  END $$;
  DROP TRIGGER sessions_are_opened ON sessions;
  DROP TRIGGER sessions_are_closed ON sessions;
  DROP TRIGGER passwords_are_set ON credentials;
  CREATE TRIGGER sessions_are_opened AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION audit_row_of_account('token_hash');
  CREATE TRIGGER sessions_are_closed AFTER DELETE ON sessions FOR EACH ROW WHEN (OLD.expires_at > now()) EXECUTE FUNCTION audit_row_of_account('token_hash');
  CREATE TRIGGER passwords_are_set AFTER UPDATE ON credentials FOR EACH ROW WHEN (OLD.password_hash <> NEW.password_hash)
    EXECUTE FUNCTION audit_row_of_account('password_hash');
`;

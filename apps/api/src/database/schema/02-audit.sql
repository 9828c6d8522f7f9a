-- The audit trail. Triggers write down every change of every register with its actor, so that no code can forget to; entries are chained by SHA-256
-- when their transaction commits, so that no one waits for another before that. What is too large to be repeated stands there as its SHA-256.

CREATE FUNCTION sha256_of(said jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(said::text, 'UTF8')), 'hex') $$;

-- A row as the trail names it: without what is secret or follows from the rest, and of a column written #column its SHA-256 alone.
CREATE FUNCTION said_row(entry jsonb, unsaid text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT (entry - ARRAY(SELECT ltrim(u, '#') FROM unnest(unsaid) u)) || CASE WHEN parts IS NULL THEN '{}' ELSE jsonb_build_object('sha256', parts) END
  FROM (SELECT jsonb_object_agg(ltrim(u, '#'), sha256_of(entry -> ltrim(u, '#'))) AS parts FROM unnest(unsaid) u WHERE starts_with(u, '#')) hashed
$$;

-- editions:12, agency_versions:7 and so on: the table and the first id of the row.
CREATE FUNCTION subject_of(tab text, entry jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT tab || COALESCE(':' || COALESCE(entry ->> 'id', entry ->> 'edition_id', entry ->> 'agency_id', entry ->> 'region_id', entry ->> 'rule_id',
    entry ->> 'account_id'), '')
$$;

-- Writes down an act that changes no register, e.g. an export or a failed log-in; who acts is what the door has set, never an argument.
CREATE FUNCTION note_act(act text, about text, was jsonb, became jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_entries (role, account_id, token_id, address, action, subject, before, after)
  SELECT CASE WHEN caller_role() IS NULL THEN 'owner' ELSE caller_role() END, caller_account(), caller_token(),
    nullif(current_setting('gongkai.address', true), ''), act, about, was, became
$$;

CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE was jsonb; became jsonb; unsaid text[] := '{}';
BEGIN
  IF TG_NARGS > 0 THEN unsaid := TG_ARGV; END IF;
  IF TG_OP <> 'INSERT' THEN was := said_row(to_jsonb(OLD), unsaid); END IF;
  IF TG_OP <> 'DELETE' THEN became := said_row(to_jsonb(NEW), unsaid); END IF;
  PERFORM note_act(TG_TABLE_NAME || '.' || lower(TG_OP), subject_of(TG_TABLE_NAME, COALESCE(became, was)), was, became);
  RETURN NULL;
END $$;

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

CREATE FUNCTION audit_sha256(entry audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(entry.previous_sha256, entry.sequence,
    to_char(entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.role, entry.account_id, entry.token_id, entry.address,
    entry.action, entry.subject, entry.before, entry.after)::text, 'UTF8')), 'hex')
$$;

-- An entry is linked once and never changes again.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.sha256 IS NULL AND NEW.sha256 IS NOT NULL
    AND (to_jsonb(OLD) - '{sequence,previous_sha256,sha256}'::text[]) = (to_jsonb(NEW) - '{sequence,previous_sha256,sha256}'::text[]) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'audit_entries is kept for ever: neither changed nor deleted' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last audit_entries%ROWTYPE; entry audit_entries%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('the audit chain', 0));
  SELECT * INTO last FROM audit_entries WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1;
  SELECT * INTO STRICT entry FROM audit_entries WHERE id = NEW.id;
  entry.sequence := CASE WHEN last.sequence IS NULL THEN 1 ELSE last.sequence + 1 END;
  entry.previous_sha256 := last.sha256;
  entry.sha256 := audit_sha256(entry);
  UPDATE audit_entries SET sequence = entry.sequence, previous_sha256 = entry.previous_sha256, sha256 = entry.sha256 WHERE id = entry.id;
  RETURN NULL;
END $$;

-- The first entry that is not what it was when it was linked, and why; no row where all are.
CREATE FUNCTION first_broken_audit_entry() RETURNS TABLE (sequence bigint, id bigint, why text) LANGUAGE sql STABLE AS $$
  WITH chained AS (
    SELECT e AS entry, e.sequence, e.id, e.sha256, e.previous_sha256,
      lag(e.sequence) OVER chain AS sequence_before, lag(e.sha256) OVER chain AS sha256_before
    FROM audit_entries e WINDOW chain AS (ORDER BY e.sequence NULLS LAST, e.id)
  )
  SELECT c.sequence, c.id, CASE
      WHEN c.sequence IS NULL THEN 'never linked'
      WHEN c.sequence <> 1 AND c.sequence_before IS NULL OR c.sequence <> c.sequence_before + 1 THEN 'an entry before it is missing'
      WHEN c.previous_sha256 IS DISTINCT FROM c.sha256_before THEN 'does not follow from the entry before it'
      ELSE 'was changed' END
  FROM chained c
  WHERE c.sequence IS NULL OR c.sequence <> 1 AND c.sequence_before IS NULL OR c.sequence <> c.sequence_before + 1
    OR c.previous_sha256 IS DISTINCT FROM c.sha256_before OR c.sha256 IS DISTINCT FROM audit_sha256(c.entry)
  ORDER BY c.sequence NULLS LAST, c.id LIMIT 1
$$;

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

COMMENT ON TABLE audit_entries IS 'The trail: every change of every register, and every act worth proving, chained by SHA-256.';
COMMENT ON COLUMN audit_entries.sequence IS 'Its place in the chain, given when the transaction commits.';
COMMENT ON COLUMN audit_entries.recorded_at IS 'When.';
COMMENT ON COLUMN audit_entries.role IS 'As what it was done.';
COMMENT ON COLUMN audit_entries.account_id IS 'By whom; null for nobody in particular.';
COMMENT ON COLUMN audit_entries.token_id IS 'With which token, where a program did it.';
COMMENT ON COLUMN audit_entries.address IS 'From where.';
COMMENT ON COLUMN audit_entries.action IS 'The table and what was done to it, or an act of its own name.';
COMMENT ON COLUMN audit_entries.subject IS 'The table and the first id of the row.';
COMMENT ON COLUMN audit_entries.before IS 'The row as it was; what is too large by its SHA-256.';
COMMENT ON COLUMN audit_entries.after IS 'The row as it became.';
COMMENT ON COLUMN audit_entries.previous_sha256 IS 'Of the entry before.';
COMMENT ON COLUMN audit_entries.sha256 IS 'Of this entry and the one before.';
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON audit_entries TO gongkai_app;
CREATE POLICY administrators_and_oneself ON audit_entries FOR SELECT TO gongkai_app
  USING (caller_is('system', 'administrator') OR account_id = caller_account());
CREATE CONSTRAINT TRIGGER audit_entries_are_linked AFTER INSERT ON audit_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_entry();
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entries_stay_whole BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE refusal_counts IS 'How often something was refused in an hour, so that the trail is not flooded.';
COMMENT ON COLUMN refusal_counts.hour IS 'Which.';
COMMENT ON COLUMN refusal_counts.key IS 'What is counted.';
COMMENT ON COLUMN refusal_counts.count IS 'How often.';
ALTER TABLE refusal_counts ENABLE ROW LEVEL SECURITY;

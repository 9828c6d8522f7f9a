import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail: triggers write down every change of every register with its actor, so that no code can forget to; entries are chained by
 * SHA-256 when their transaction commits, so that no one waits for another before that.
 */
export class EveryActWasWrittenDown1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRAIL);
    await runner.query(CHAIN);
    await runner.query(NOTES);
    for (const [table, unsaid] of AUDITED) {
      const columns = unsaid.map((column) => `'${column}'`).join(', ');
      await runner.query(`
        CREATE TRIGGER ${table}_are_audited AFTER INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION audit_row(${columns})`);
    }
    await runner.query(SESSIONS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

/** Tables and the columns that are too large or too secret to be repeated in the trail. */
const AUDITED: readonly (readonly [table: string, unsaid: readonly string[]])[] = [
  ['platform_facts', []],
  ['regions', []],
  ['region_versions', ['pinyin', 'initials']],
  ['agencies', []],
  ['agency_versions', ['pinyin', 'initials']],
  ['agency_aliases', ['pinyin', 'initials']],
  ['agency_successions', []],
  ['accounts', []],
  ['reports', []],
  ['editions', ['figures', 'states', 'derived', 'narrative', 'declared', 'residue']],
  ['edition_events', []],
  ['applicability_statements', []],
  ['local_rules', []],
  ['local_rule_versions', []],
  ['rechecks', ['findings', 'resolved']],
  ['notices', []],
];

const TRAIL = `
  CREATE TABLE audit_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Its place in the chain, given when the transaction commits.
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

  ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON audit_entries TO gongkai_app;
  CREATE POLICY administrators_and_oneself ON audit_entries FOR SELECT TO gongkai_app
    USING (caller_is('system', 'administrator') OR account_id = caller_account());

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
  CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
  CREATE TRIGGER audit_entries_stay_whole BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const CHAIN = `
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
  CREATE CONSTRAINT TRIGGER audit_entries_are_linked AFTER INSERT ON audit_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_entry();

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
`;

const NOTES = `
  CREATE FUNCTION caller_token() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.token', true), '')::bigint $$;

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
    IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD) - unsaid; END IF;
    IF TG_OP <> 'DELETE' THEN became := to_jsonb(NEW) - unsaid; END IF;
    PERFORM note_act(TG_TABLE_NAME || '.' || lower(TG_OP), subject_of(TG_TABLE_NAME, COALESCE(became, was)), was, became);
    RETURN NULL;
  END $$;

  -- editions:12, agency_versions:7 and so on: the table and the first id of the row.
  CREATE FUNCTION subject_of(tab text, entry jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT tab || COALESCE(':' || COALESCE(entry ->> 'id', entry ->> 'edition_id', entry ->> 'agency_id', entry ->> 'region_id', entry ->> 'rule_id',
      entry ->> 'account_id'), '')
  $$;
`;

/** Log-ins, log-outs and changed passwords, without the secrets. */
const SESSIONS = `
  CREATE TRIGGER sessions_are_opened AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION audit_row('token_hash');
  CREATE TRIGGER sessions_are_closed AFTER DELETE ON sessions FOR EACH ROW WHEN (OLD.expires_at > now()) EXECUTE FUNCTION audit_row('token_hash');
  CREATE TRIGGER passwords_are_set AFTER UPDATE ON credentials FOR EACH ROW WHEN (OLD.password_hash <> NEW.password_hash)
    EXECUTE FUNCTION audit_row('password_hash');
`;

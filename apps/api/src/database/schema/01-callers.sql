-- Who asks. The door sets the caller in every transaction and takes the role gongkai_app, which owns nothing: row-level security holds for it, as it
-- would not for an owner. An empty setting means nobody; each policy compares with a value and never with its absence.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongkai_app') THEN
    CREATE ROLE gongkai_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- Since PostgreSQL 16 who creates a role without being a superuser may administer it, but not take it.
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'gongkai_app', 'MEMBER') THEN
    EXECUTE format('GRANT gongkai_app TO %I', current_user);
  END IF;
  IF current_setting('server_version_num')::int >= 160000 AND NOT pg_has_role(current_user, 'gongkai_app', 'SET') THEN
    EXECUTE format('GRANT gongkai_app TO %I WITH SET TRUE', current_user);
  END IF;
END $$;

-- A temporary table of the caller's must never stand before one of ours.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;

-- Ids are drawn by the database.
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;

CREATE FUNCTION caller_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.role', true), '') $$;

CREATE FUNCTION caller_account() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.account', true), '')::bigint $$;

CREATE FUNCTION caller_agency() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.agency', true), '')::bigint $$;

CREATE FUNCTION caller_region() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.region', true), '')::bigint $$;

CREATE FUNCTION caller_token() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.token', true), '')::bigint $$;

CREATE FUNCTION caller_is(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT caller_role() IS NOT NULL AND caller_role() = ANY (roles)
$$;

CREATE FUNCTION only_the_platform() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT caller_is('system') THEN RAISE EXCEPTION 'only the platform proves the record' USING ERRCODE = 'insufficient_privilege'; END IF;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is kept for ever: neither changed nor deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

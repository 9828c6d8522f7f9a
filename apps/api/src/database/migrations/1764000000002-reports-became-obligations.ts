import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, obligations, immutable editions and what happened to them. */
export class ReportsBecameObligations1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform_facts (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        demo boolean NOT NULL DEFAULT false,
        catalogue_sha256 text
      );
      INSERT INTO platform_facts DEFAULT VALUES;

      CREATE TABLE accounts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        login text NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
        name text NOT NULL CHECK (name <> ''),
        role text NOT NULL CHECK (role IN ('agency', 'supervisor', 'analyst', 'administrator')),
        agency_id bigint REFERENCES agencies,
        region_id bigint REFERENCES regions,
        disabled boolean NOT NULL DEFAULT false,
        CHECK ((role = 'agency') = (agency_id IS NOT NULL)),
        CHECK ((role IN ('supervisor', 'analyst')) = (region_id IS NOT NULL))
      );
      CREATE TABLE credentials (
        account_id bigint PRIMARY KEY REFERENCES accounts,
        password_hash text NOT NULL,
        failures int NOT NULL DEFAULT 0,
        blocked_until timestamptz
      );
      CREATE TABLE sessions (
        token_hash text PRIMARY KEY,
        account_id bigint NOT NULL REFERENCES accounts,
        expires_at timestamptz NOT NULL
      );

      CREATE TABLE reports (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id bigint NOT NULL REFERENCES agencies,
        year int NOT NULL CHECK (year BETWEEN 2008 AND 2200),
        region_id bigint NOT NULL REFERENCES regions,
        region_path bigint[] NOT NULL CHECK (region_path[cardinality(region_path)] = region_id),
        agency_kind text NOT NULL,
        agency_name text NOT NULL,
        due_on date NOT NULL,
        obliged boolean NOT NULL,
        UNIQUE (agency_id, year)
      );
      CREATE INDEX reports_by_path ON reports USING gin (region_path);
      CREATE INDEX reports_by_year ON reports (year, region_id);

      CREATE TABLE documents (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        media_type text NOT NULL,
        size int NOT NULL,
        content bytea NOT NULL,
        CHECK (size = octet_length(content))
      );

      CREATE TABLE editions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        report_id bigint NOT NULL REFERENCES reports,
        number int NOT NULL CHECK (number > 0),
        predecessor_id bigint REFERENCES editions,
        reason_class text CHECK (reason_class IN ('correction', 'definition_change', 'reorganisation', 'late_addition')),
        reason text,
        s2_form text NOT NULL CHECK (s2_form IN ('gb2019_60', 'gb2021_30')),
        s3_form text NOT NULL CHECK (s3_form IN ('gb2019_60', 'gb2021_30')),
        figures bigint[] NOT NULL,
        states jsonb NOT NULL,
        derived int[] NOT NULL,
        title text,
        signed_on date,
        narrative jsonb NOT NULL,
        declared jsonb NOT NULL,
        residue jsonb NOT NULL,
        explanations jsonb NOT NULL,
        content_sha256 text NOT NULL,
        document_sha256 text REFERENCES documents,
        document_name text,
        idempotency_key text,
        receipt_number text NOT NULL UNIQUE,
        submitted_by bigint NOT NULL REFERENCES accounts,
        received_at timestamptz NOT NULL,
        UNIQUE (report_id, number),
        CHECK ((reason_class IS NULL) = (reason IS NULL)),
        CHECK (1000000000000000 > ALL (figures) AND -1000000000000000 < ALL (figures))
      ) WITH (toast_tuple_target = 8160);
      CREATE UNIQUE INDEX editions_by_key ON editions (submitted_by, idempotency_key) WHERE idempotency_key IS NOT NULL;
      CREATE SEQUENCE receipt_numbers;

      -- What was printed and where, indexed by cell position like the figures.
      CREATE TABLE provenance (
        edition_id bigint PRIMARY KEY REFERENCES editions,
        raw text[] NOT NULL,
        places jsonb NOT NULL
      );

      CREATE TABLE findings (
        edition_id bigint NOT NULL REFERENCES editions,
        ordinal int NOT NULL,
        code text NOT NULL,
        severity text NOT NULL CHECK (severity IN ('error', 'inconsistency', 'warning', 'info')),
        finding jsonb NOT NULL,
        PRIMARY KEY (edition_id, ordinal)
      );

      CREATE TABLE edition_events (
        edition_id bigint NOT NULL REFERENCES editions,
        sequence int NOT NULL CHECK (sequence > 0),
        state text NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted', 'published', 'withdrawn')),
        at timestamptz NOT NULL,
        by_account bigint NOT NULL REFERENCES accounts,
        by_office text NOT NULL,
        why text,
        comments jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (edition_id, sequence)
      );

      -- The moves of the house, whoever sends them.
      CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE last edition_events%ROWTYPE;
      BEGIN
        SELECT * INTO last FROM edition_events WHERE edition_id = NEW.edition_id ORDER BY sequence DESC LIMIT 1;
        IF last.state IS NULL AND NEW.state = 'submitted' AND NEW.sequence = 1 THEN RETURN NEW; END IF;
        IF NEW.sequence = last.sequence + 1 AND NEW.at >= last.at AND (last.state, NEW.state) IN (('submitted', 'returned'),
          ('submitted', 'accepted'), ('submitted', 'withdrawn'), ('accepted', 'published'), ('accepted', 'returned')) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'edition % cannot become %', NEW.edition_id, NEW.state USING ERRCODE = 'check_violation';
      END $$;
      CREATE TRIGGER edition_events_move BEFORE INSERT ON edition_events FOR EACH ROW EXECUTE FUNCTION refuse_illegal_move();

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is kept for ever: neither changed nor deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
    `);
    for (const table of ['editions', 'provenance', 'findings', 'edition_events', 'documents']) {
      await runner.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of many files: what is to be done, and what became of every file. */
export class ImportsBecameJobs1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const TABLES = `
  CREATE TABLE import_jobs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region_id bigint NOT NULL REFERENCES regions,
    year int CHECK (year BETWEEN 2008 AND 2200),
    source_url text CHECK (source_url ~ '^https?://'),
    source_citation text CHECK (source_citation <> ''),
    published_on date,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'ended')),
    started_by bigint NOT NULL REFERENCES accounts,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK (source_url IS NOT NULL OR source_citation IS NOT NULL),
    CHECK ((state = 'ended') = (ended_at IS NOT NULL))
  );
  CREATE INDEX import_jobs_not_ended ON import_jobs (id) WHERE state <> 'ended';

  -- What was sent, until it is unpacked.
  CREATE TABLE import_uploads (
    job_id bigint NOT NULL REFERENCES import_jobs,
    ordinal int NOT NULL,
    name text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (job_id, ordinal)
  );

  -- The bytes stay until the file has its outcome; those of a doubtful one until a person has answered.
  CREATE TABLE import_files (
    job_id bigint NOT NULL REFERENCES import_jobs,
    ordinal int NOT NULL CHECK (ordinal > 0),
    name text NOT NULL,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea,
    result text CHECK (result IN ('kept', 'doubtful', 'refused')),
    edition_id bigint REFERENCES editions,
    repeated boolean NOT NULL DEFAULT false,
    agency_id bigint REFERENCES agencies,
    year int,
    printed_name text,
    candidates bigint[] NOT NULL DEFAULT '{}',
    code text,
    message jsonb,
    PRIMARY KEY (job_id, ordinal),
    CHECK ((content IS NOT NULL) = (result IS NULL OR result = 'doubtful')),
    CHECK ((result IS NOT DISTINCT FROM 'kept') = (edition_id IS NOT NULL)),
    CHECK ((result IS NOT DISTINCT FROM 'refused') = (code IS NOT NULL AND message IS NOT NULL))
  );
`;

const RIGHTS = `
  -- A supervisor of the region or one above it, an administrator, the platform.
  CREATE FUNCTION imports_within(region bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT caller_is('system', 'administrator') OR caller_is('supervisor') AND caller_region() = ANY (region_path(region, current_date))
  $$;
  ALTER TABLE import_jobs ENABLE ROW LEVEL SECURITY;
  ALTER TABLE import_uploads ENABLE ROW LEVEL SECURITY;
  ALTER TABLE import_files ENABLE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT, UPDATE (state, ended_at) ON import_jobs TO gongkai_app;
  GRANT SELECT, INSERT, DELETE ON import_uploads TO gongkai_app;
  GRANT SELECT, INSERT, UPDATE ON import_files TO gongkai_app;
  CREATE POLICY officials_see ON import_jobs FOR SELECT TO gongkai_app USING (imports_within(region_id));
  CREATE POLICY officials_start ON import_jobs FOR INSERT TO gongkai_app
    WITH CHECK (imports_within(region_id) AND started_by = caller_account());
  CREATE POLICY officials_carry_on ON import_jobs FOR UPDATE TO gongkai_app USING (imports_within(region_id)) WITH CHECK (imports_within(region_id));
  CREATE POLICY with_their_job ON import_uploads TO gongkai_app
    USING (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id)) WITH CHECK (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id));
  CREATE POLICY with_their_job ON import_files TO gongkai_app
    USING (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id)) WITH CHECK (EXISTS (SELECT FROM import_jobs j WHERE j.id = job_id));
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;

  CREATE TRIGGER import_jobs_are_audited AFTER INSERT OR UPDATE ON import_jobs FOR EACH ROW EXECUTE FUNCTION audit_row();
  -- What a person says of a doubtful file; what the platform found out stands in the outcome itself.
  CREATE TRIGGER doubts_are_resolved AFTER UPDATE ON import_files FOR EACH ROW WHEN (OLD.result = 'doubtful') EXECUTE FUNCTION audit_row('content');
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft holds the file it was read from, what is thrown away waits a while, and pages of one account are told apart. */
export class DraftsHeldFiles1764000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_files (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id bigint NOT NULL REFERENCES agencies,
        year int NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        content bytea NOT NULL,
        reading text NOT NULL,
        read_at timestamptz NOT NULL,
        read_by bigint NOT NULL REFERENCES accounts,
        read_by_name text NOT NULL,
        FOREIGN KEY (agency_id, year) REFERENCES reports (agency_id, year)
      );
      CREATE INDEX draft_files_by_year ON draft_files (agency_id, year);
      ALTER TABLE drafts
        ADD file_id bigint REFERENCES draft_files,
        ADD typists text NOT NULL DEFAULT '{}';
      CREATE INDEX drafts_by_file ON drafts (file_id);
      ALTER TABLE draft_copies ADD page text NOT NULL DEFAULT '' CHECK (length(page) <= 100);
      ALTER TABLE draft_copies DROP CONSTRAINT draft_copies_agency_id_year_saved_by_version_key;
      ALTER TABLE draft_copies ADD UNIQUE (agency_id, year, saved_by, version, page);
      CREATE TABLE thrown_drafts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id bigint NOT NULL REFERENCES agencies,
        year int NOT NULL,
        content text NOT NULL CHECK (octet_length(content) <= 500000),
        file_id bigint REFERENCES draft_files,
        typists text NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by_name text NOT NULL,
        thrown_at timestamptz NOT NULL,
        thrown_by bigint NOT NULL REFERENCES accounts,
        thrown_by_name text NOT NULL,
        FOREIGN KEY (agency_id, year) REFERENCES reports (agency_id, year)
      );
      CREATE INDEX thrown_drafts_by_year ON thrown_drafts (agency_id, year);
      CREATE INDEX thrown_drafts_by_file ON thrown_drafts (file_id);
      ALTER TABLE provenance ADD typed jsonb NOT NULL DEFAULT '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

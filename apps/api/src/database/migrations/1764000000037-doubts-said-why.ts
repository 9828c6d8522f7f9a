import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file whose years disagree waits for a person with the reason beside it; a kept one has none, a refused one always has. */
export class DoubtsSaidWhy1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REASONS);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const REASONS = `
  ALTER TABLE import_files DROP CONSTRAINT import_files_check2;
  ALTER TABLE import_files ADD CONSTRAINT import_files_reason CHECK (
    (code IS NULL) = (message IS NULL) AND (code IS NOT NULL OR result IS DISTINCT FROM 'refused') 
    AND (code IS NULL OR result IS NOT DISTINCT FROM 'refused' OR result IS NOT DISTINCT FROM 'doubtful')
  );
`;

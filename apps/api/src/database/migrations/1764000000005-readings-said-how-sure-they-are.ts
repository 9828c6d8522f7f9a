import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How surely each cell was read, by position, where it is not `exact`. */
export class ReadingsSaidHowSureTheyAre1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE provenance ADD COLUMN confidence jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

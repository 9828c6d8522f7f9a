import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An edition holds what its agency notes of cells and sections. */
export class EditionsHeldNotes1764000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE editions ADD notes jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

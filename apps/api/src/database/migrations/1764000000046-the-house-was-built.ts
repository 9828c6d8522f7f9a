import type { MigrationInterface, QueryRunner } from 'typeorm';
import { THE_HOUSE_WAS_BUILT } from '../../generated/sql-files';

/** All tables, indexes and sequences as they stood when the diary began. */
export class TheHouseWasBuilt1764000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { text } of THE_HOUSE_WAS_BUILT) await runner.query(text);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one program at a time has in hand, so that another takes it over when that one has died. */
export class WorkWasHeldByOne1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leases (
        name text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200),
        holder uuid NOT NULL,
        held_until timestamptz NOT NULL
      );
      ALTER TABLE leases ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON leases TO gongkai_app;
      CREATE POLICY platform_only ON leases TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));

      -- What every program of the platform last said of itself: it proves that rows are taken, and by which clock.
      CREATE TABLE heartbeats (
        program uuid PRIMARY KEY,
        beat_at timestamptz NOT NULL
      );
      ALTER TABLE heartbeats ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE, DELETE ON heartbeats TO gongkai_app;
      CREATE POLICY platform_only ON heartbeats TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since PostgreSQL 16 who creates a role without being a superuser may administer it, but not take it: the platform of such an owner could not
 * open its door.
 */
export class TheOwnerTookTheRole1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF current_setting('server_version_num')::int >= 160000 AND NOT pg_has_role(current_user, 'gongkai_app', 'SET') THEN
          EXECUTE format('GRANT gongkai_app TO %I WITH SET TRUE', current_user);
        END IF;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

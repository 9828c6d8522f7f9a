import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators give accounts their first password, disable accounts and enable them again. */
export class AnAdministratorKeepsTheRegisters1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY registrar_gives_passwords ON credentials FOR INSERT TO gongkai_app WITH CHECK (caller_is('administrator'));
      GRANT UPDATE (disabled) ON accounts TO gongkai_app;
      CREATE POLICY registrar_disables ON accounts FOR UPDATE TO gongkai_app
        USING (caller_is('administrator') AND caller_token() IS NULL AND id <> caller_account())
        WITH CHECK (caller_is('administrator') AND id <> caller_account());
      CREATE POLICY registrar_ends_sessions ON sessions FOR DELETE TO gongkai_app USING (caller_is('administrator'));
      CREATE POLICY registrar_finds_sessions ON sessions FOR SELECT TO gongkai_app USING (caller_is('administrator'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

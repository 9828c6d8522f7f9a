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

      -- Who is disabled is logged out: the registrar himself never sees a session.
      CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        DELETE FROM sessions WHERE account_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER accounts_disabled AFTER UPDATE ON accounts FOR EACH ROW WHEN (NEW.disabled AND NOT OLD.disabled) EXECUTE FUNCTION end_sessions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

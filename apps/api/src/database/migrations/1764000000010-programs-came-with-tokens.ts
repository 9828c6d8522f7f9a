import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bearer tokens: a program acts for an account within a scope until a day. The token itself is kept nowhere. */
export class ProgramsCameWithTokens1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tokens (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        account_id bigint NOT NULL REFERENCES accounts,
        name text NOT NULL CHECK (name <> ''),
        scope text NOT NULL CHECK (scope IN ('read', 'file')),
        token_hash text NOT NULL UNIQUE,
        created_by bigint NOT NULL REFERENCES accounts,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        revoked_at timestamptz,
        last_used_at timestamptz
      );
      CREATE INDEX tokens_by_account ON tokens (account_id);
      ALTER TABLE tokens ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT, UPDATE (revoked_at, last_used_at) ON tokens TO gongkai_app;
      CREATE POLICY owners_and_administrators_read ON tokens FOR SELECT TO gongkai_app
        USING (caller_is('system', 'administrator') OR account_id = caller_account());
      CREATE POLICY owners_and_administrators_add ON tokens FOR INSERT TO gongkai_app
        WITH CHECK (created_by = caller_account() AND caller_token() IS NULL AND (caller_is('administrator') OR account_id = caller_account()));
      CREATE POLICY owners_and_administrators_end ON tokens FOR UPDATE TO gongkai_app
        USING (caller_is('system') OR caller_token() IS NULL AND (caller_is('administrator') OR account_id = caller_account()))
        WITH CHECK (caller_is('system') OR caller_token() IS NULL AND (caller_is('administrator') OR account_id = caller_account()));
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;
      CREATE TRIGGER tokens_are_given AFTER INSERT ON tokens FOR EACH ROW EXECUTE FUNCTION audit_row('token_hash');
      CREATE TRIGGER tokens_are_revoked AFTER UPDATE ON tokens FOR EACH ROW WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)
        EXECUTE FUNCTION audit_row('token_hash');
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

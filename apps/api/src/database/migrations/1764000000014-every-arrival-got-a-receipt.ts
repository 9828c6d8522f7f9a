import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What arrived and could not be filed is receipted too, with its verdict, for the agency that sent it. */
export class EveryArrivalGotAReceipt1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE refused_arrivals (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number text NOT NULL UNIQUE,
        report_id bigint NOT NULL REFERENCES reports,
        received_at timestamptz NOT NULL,
        submitted_by bigint NOT NULL REFERENCES accounts,
        document_name text,
        document_sha256 text CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
        content_sha256 text CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
        code text NOT NULL,
        -- JSON as text: it may quote characters that no jsonb can hold.
        refusal text NOT NULL
      );
      CREATE INDEX refused_arrivals_by_report ON refused_arrivals (report_id, id);
      ALTER TABLE refused_arrivals ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON refused_arrivals TO gongkai_app;
      CREATE POLICY only_the_agency ON refused_arrivals FOR SELECT TO gongkai_app USING (files_for(report_id));
      CREATE POLICY agency_files ON refused_arrivals FOR INSERT TO gongkai_app
        WITH CHECK (files_for(report_id) AND submitted_by = caller_account());
      CREATE TRIGGER refused_arrivals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON refused_arrivals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER refused_arrivals_are_audited AFTER INSERT ON refused_arrivals FOR EACH ROW EXECUTE FUNCTION audit_row('refusal');
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

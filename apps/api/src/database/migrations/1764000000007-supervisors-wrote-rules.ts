import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that supervisors add for their region, in the term language of the forms. A changed rule is its next version; a retired one is a version too. */
export class SupervisorsWroteRules1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE local_rules (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        region_id bigint NOT NULL REFERENCES regions,
        form text NOT NULL CHECK (form IN ('gb2019_60', 'gb2021_30'))
      );
      CREATE TABLE local_rule_versions (
        rule_id bigint NOT NULL REFERENCES local_rules,
        version int NOT NULL CHECK (version > 0),
        rule jsonb NOT NULL,
        retired boolean NOT NULL DEFAULT false,
        why text,
        author_id bigint NOT NULL REFERENCES accounts,
        author_office text NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (rule_id, version)
      );
      CREATE FUNCTION oversees_rule(rule bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM local_rules r WHERE r.id = rule
          AND caller_is('supervisor') AND caller_region() = ANY (region_path(r.region_id, current_date)))
      $$;
      ALTER TABLE local_rules ENABLE ROW LEVEL SECURITY;
      ALTER TABLE local_rule_versions ENABLE ROW LEVEL SECURITY;
      GRANT SELECT, INSERT ON local_rules, local_rule_versions TO gongkai_app;
      CREATE POLICY everybody_reads ON local_rules FOR SELECT TO gongkai_app USING (true);
      CREATE POLICY everybody_reads ON local_rule_versions FOR SELECT TO gongkai_app USING (true);
      CREATE POLICY overseer_writes ON local_rules FOR INSERT TO gongkai_app
        WITH CHECK (caller_is('supervisor') AND caller_region() = ANY (region_path(region_id, current_date)));
      CREATE POLICY overseer_writes ON local_rule_versions FOR INSERT TO gongkai_app
        WITH CHECK (oversees_rule(rule_id) AND author_id = caller_account());
    `);
    for (const table of ['local_rules', 'local_rule_versions']) {
      await runner.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

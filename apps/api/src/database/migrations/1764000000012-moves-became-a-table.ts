import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The moves of an edition stand in one table, line by line what MOVES of the model says; the trigger and the policies read it. */
export class MovesBecameATable1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE moves (
        -- Null: the edition arrives.
        from_state text,
        to_state text NOT NULL,
        role text NOT NULL,
        needs_reason boolean NOT NULL,
        four_eyes boolean NOT NULL,
        UNIQUE NULLS NOT DISTINCT (from_state, to_state)
      );
      ALTER TABLE moves ENABLE ROW LEVEL SECURITY;
      GRANT SELECT ON moves TO gongkai_app;
      CREATE POLICY everybody_reads ON moves FOR SELECT TO gongkai_app USING (true);
      INSERT INTO moves (from_state, to_state, role, needs_reason, four_eyes) VALUES
        (NULL, 'submitted', 'agency', false, false),
        ('submitted', 'withdrawn', 'agency', true, false),
        ('submitted', 'returned', 'supervisor', true, true),
        ('submitted', 'accepted', 'supervisor', false, true),
        ('accepted', 'returned', 'supervisor', true, true),
        ('accepted', 'published', 'supervisor', false, true);

      -- The moves of the house, whoever sends them; the owner, who has no role, is held to all but the role.
      CREATE OR REPLACE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE last edition_events%ROWTYPE;
      BEGIN
        SELECT * INTO last FROM edition_events WHERE edition_id = NEW.edition_id ORDER BY sequence DESC LIMIT 1;
        IF NEW.sequence = (CASE WHEN last.sequence IS NULL THEN 1 ELSE last.sequence + 1 END) AND (last.at IS NULL OR NEW.at >= last.at)
          AND EXISTS (SELECT FROM moves m JOIN editions e ON e.id = NEW.edition_id
            WHERE m.from_state IS NOT DISTINCT FROM last.state AND m.to_state = NEW.state
              AND (caller_role() IS NULL OR m.role = caller_role())
              AND (NOT m.needs_reason OR btrim(NEW.why) <> '')
              AND NOT (m.four_eyes AND e.submitted_by = NEW.by_account)) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'edition % cannot become %', NEW.edition_id, NEW.state USING ERRCODE = 'check_violation';
      END $$;

      DROP POLICY agency_files ON edition_events;
      DROP POLICY overseer_decides ON edition_events;
      CREATE POLICY movers_move ON edition_events FOR INSERT TO gongkai_app WITH CHECK (by_account = caller_account()
        AND EXISTS (SELECT FROM moves m WHERE m.to_state = state AND m.role = caller_role())
        AND (may_decide(edition_id) OR EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id))));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions and agencies, effective-dated: nothing is renamed, moved, merged or abolished by overwriting. */
export class OrganisationsWereWrittenDown1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongkai_app') THEN
          CREATE ROLE gongkai_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      DO $$ BEGIN
        IF NOT pg_has_role(current_user, 'gongkai_app', 'MEMBER') THEN
          EXECUTE format('GRANT gongkai_app TO %I', current_user);
        END IF;
      END $$;

      CREATE TABLE regions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE region_versions (
        region_id bigint NOT NULL REFERENCES regions,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from),
        parent_id bigint REFERENCES regions CHECK (parent_id <> region_id),
        code text,
        name text NOT NULL CHECK (name <> ''),
        pinyin text NOT NULL,
        initials text NOT NULL,
        level text NOT NULL CHECK (level IN ('province', 'prefecture', 'county', 'township', 'functional_zone')),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (region_id, valid_from)
      );
      CREATE INDEX region_versions_by_parent ON region_versions (parent_id);

      CREATE TABLE agencies (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE agency_versions (
        agency_id bigint NOT NULL REFERENCES agencies,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to > valid_from),
        region_id bigint NOT NULL REFERENCES regions,
        kind text NOT NULL CHECK (kind IN ('GOVERNMENT', 'GOVERNMENT_OFFICE', 'DEPARTMENT', 'TOWNSHIP', 'SUBDISTRICT', 'DISPATCHED_BODY',
          'AUTHORIZED_ORG', 'PARTY_ORGAN_WITH_PLATE', 'VERTICAL_ORGAN', 'FUNCTIONAL_ZONE_COMMITTEE', 'PUBLIC_INSTITUTION')),
        name text NOT NULL CHECK (name <> ''),
        pinyin text NOT NULL,
        initials text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, valid_from)
      );
      CREATE INDEX agency_versions_by_region ON agency_versions (region_id);

      CREATE TABLE agency_aliases (
        agency_id bigint NOT NULL REFERENCES agencies,
        alias text NOT NULL CHECK (alias <> ''),
        pinyin text NOT NULL,
        initials text NOT NULL,
        PRIMARY KEY (agency_id, alias)
      );

      CREATE TABLE agency_successions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        predecessor_id bigint NOT NULL REFERENCES agencies,
        successor_id bigint REFERENCES agencies CHECK (successor_id <> predecessor_id),
        kind text NOT NULL CHECK (kind IN ('rename', 'merge', 'split', 'abolish')),
        happened_on date NOT NULL,
        basis text NOT NULL CHECK (basis <> ''),
        CHECK ((kind = 'abolish') = (successor_id IS NULL))
      );

      CREATE FUNCTION refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE taken boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT FROM %I v WHERE v.%I = $1 AND v.valid_from <> $2
          AND daterange(v.valid_from, v.valid_to) && daterange($2, $3))', TG_TABLE_NAME, TG_ARGV[0])
          INTO taken USING (to_jsonb(NEW) ->> TG_ARGV[0])::bigint,
            NEW.valid_from, NEW.valid_to;
        IF taken THEN RAISE EXCEPTION 'two versions of one organisation overlap' USING ERRCODE = 'exclusion_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE CONSTRAINT TRIGGER region_versions_part AFTER INSERT OR UPDATE ON region_versions
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_overlap('region_id');
      CREATE CONSTRAINT TRIGGER agency_versions_part AFTER INSERT OR UPDATE ON agency_versions
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_overlap('agency_id');

      -- A region with its ancestors on a day, outermost first.
      CREATE FUNCTION region_path(region bigint, day date) RETURNS bigint[] LANGUAGE sql STABLE AS $$
        WITH RECURSIVE up AS (
          SELECT v.region_id, v.parent_id, 0 AS step FROM region_versions v
            WHERE v.region_id = region AND daterange(v.valid_from, v.valid_to) @> day
          UNION ALL
          SELECT v.region_id, v.parent_id, up.step + 1 FROM up JOIN region_versions v
            ON v.region_id = up.parent_id AND daterange(v.valid_from, v.valid_to) @> day
          WHERE up.step < 20
        ) SELECT array_agg(region_id ORDER BY step DESC) FROM up
      $$;

      -- The latest version of each, ended or not.
      CREATE VIEW current_regions WITH (security_invoker = true) AS
        SELECT DISTINCT ON (region_id) * FROM region_versions ORDER BY region_id, valid_from DESC;
      CREATE VIEW current_agencies WITH (security_invoker = true) AS
        SELECT DISTINCT ON (agency_id) * FROM agency_versions ORDER BY agency_id, valid_from DESC;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

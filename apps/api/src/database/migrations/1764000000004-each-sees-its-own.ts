import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security. The door sets the caller in every transaction and takes the role gongkai_app, which owns nothing.
 * An empty setting means nobody: each policy compares with a value and never with its absence.
 */
export class EachSeesItsOwn1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALLER);
    await runner.query(SIGHT);
    await runner.query(READING);
    await runner.query(WRITING);
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const CALLER = `
  -- A temporary table of the caller's must never stand before one of ours.
  DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;

  CREATE FUNCTION caller_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.role', true), '') $$;
  CREATE FUNCTION caller_account() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.account', true), '')::bigint $$;
  CREATE FUNCTION caller_agency() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.agency', true), '')::bigint $$;
  CREATE FUNCTION caller_region() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('gongkai.region', true), '')::bigint $$;
  CREATE FUNCTION caller_is(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT caller_role() IS NOT NULL AND caller_role() = ANY (roles)
  $$;
`;

// Owned by the migrating role, so that a policy may look where the caller may not.
const SIGHT = `
  -- The agency itself; a supervisor of a region above it; an administrator; the platform.
  CREATE FUNCTION oversees_report(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT caller_is('system', 'administrator') OR EXISTS (
      SELECT FROM reports r WHERE r.id = report AND (
        caller_is('agency') AND r.agency_id = caller_agency()
        OR caller_is('supervisor') AND caller_region() = ANY (r.region_path)))
  $$;

  -- Overseers see everything sent; analysts of a region what was accepted there; everybody what was published.
  CREATE FUNCTION may_see_edition(edition bigint, report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = edition AND v.state = 'published')
      OR oversees_report(report)
      OR caller_is('analyst')
        AND EXISTS (SELECT FROM reports r WHERE r.id = report AND caller_region() = ANY (r.region_path))
        AND EXISTS (SELECT FROM standings s WHERE s.report_id = report AND s.state = 'accepted' AND s.edition_id = edition)
  $$;
  CREATE FUNCTION may_see_edition(edition bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT may_see_edition(e.id, e.report_id) FROM editions e WHERE e.id = edition
  $$;

  CREATE FUNCTION region_within_sight(region bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT caller_is('system', 'administrator')
      OR caller_is('supervisor', 'analyst') AND caller_region() = ANY (region_path(region, current_date))
  $$;

  CREATE FUNCTION may_decide(edition bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM editions e JOIN reports r ON r.id = e.report_id WHERE e.id = edition
      AND caller_is('supervisor') AND caller_region() = ANY (r.region_path)
      AND caller_account() IS NOT NULL AND e.submitted_by <> caller_account())
  $$;

  CREATE FUNCTION files_for(report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM reports r WHERE r.id = report AND caller_is('agency') AND r.agency_id = caller_agency())
  $$;
`;

const PUBLIC_TABLES = [
  'platform_facts',
  'regions',
  'region_versions',
  'agencies',
  'agency_versions',
  'agency_aliases',
  'agency_successions',
  'reports',
  'indicator_terms',
] as const;
const SEALED_TABLES = ['credentials', 'sessions'] as const;

const READING = `
  ${PUBLIC_TABLES.map(
    (table) => `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    GRANT SELECT ON ${table} TO gongkai_app;
    CREATE POLICY everybody_reads ON ${table} FOR SELECT TO gongkai_app USING (true);`,
  ).join('')}
  ${SEALED_TABLES.map(
    (table) => `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO gongkai_app;
    CREATE POLICY only_the_platform ON ${table} TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));`,
  ).join('')}

  GRANT SELECT ON current_regions, current_agencies TO gongkai_app;

  ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON accounts TO gongkai_app;
  CREATE POLICY officials_read ON accounts FOR SELECT TO gongkai_app
    USING (caller_is('system', 'administrator', 'supervisor', 'analyst') OR id = caller_account());

  ALTER TABLE editions ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON editions TO gongkai_app;
  CREATE POLICY seen_by_right ON editions FOR SELECT TO gongkai_app USING (may_see_edition(id, report_id));
  ${['provenance', 'findings', 'edition_events']
    .map(
      (table) => `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    GRANT SELECT ON ${table} TO gongkai_app;
    CREATE POLICY seen_with_edition ON ${table} FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));`,
    )
    .join('')}

  ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON documents TO gongkai_app;
  CREATE POLICY seen_with_edition ON documents FOR SELECT TO gongkai_app
    USING (EXISTS (SELECT FROM editions e WHERE e.document_sha256 = sha256));

  ALTER TABLE standings ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON standings TO gongkai_app;
  CREATE POLICY seen_by_right ON standings FOR SELECT TO gongkai_app
    USING (state = 'published' OR may_see_edition(edition_id, report_id));

  ALTER TABLE rollups ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON rollups TO gongkai_app;
  CREATE POLICY published_or_in_sight ON rollups FOR SELECT TO gongkai_app
    USING (state = 'published' OR region_within_sight(region_id));
`;

const WRITING = `
  ${['regions', 'region_versions', 'agencies', 'agency_versions', 'agency_aliases', 'agency_successions', 'reports', 'accounts']
    .map(
      (table) => `
    GRANT INSERT ON ${table} TO gongkai_app;
    CREATE POLICY registrar_writes ON ${table} FOR INSERT TO gongkai_app WITH CHECK (caller_is('system', 'administrator'));`,
    )
    .join('')}
  GRANT UPDATE (demo, catalogue_sha256) ON platform_facts TO gongkai_app;
  CREATE POLICY only_the_platform ON platform_facts FOR UPDATE TO gongkai_app USING (caller_is('system')) WITH CHECK (caller_is('system'));
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gongkai_app;

  GRANT INSERT ON editions, provenance, findings, edition_events, documents TO gongkai_app;
  CREATE POLICY agency_files ON editions FOR INSERT TO gongkai_app
    WITH CHECK (files_for(report_id) AND submitted_by = caller_account());
  CREATE POLICY filed_with_edition ON provenance FOR INSERT TO gongkai_app
    WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id))
      AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = provenance.edition_id));
  CREATE POLICY filed_with_edition ON findings FOR INSERT TO gongkai_app
    WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id))
      AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = findings.edition_id));
  CREATE POLICY agency_files ON documents FOR INSERT TO gongkai_app WITH CHECK (caller_is('agency'));
  CREATE POLICY agency_files ON edition_events FOR INSERT TO gongkai_app
    WITH CHECK (state IN ('submitted', 'withdrawn') AND by_account = caller_account()
      AND EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id)));
  CREATE POLICY overseer_decides ON edition_events FOR INSERT TO gongkai_app
    WITH CHECK (state IN ('returned', 'accepted', 'published') AND by_account = caller_account() AND may_decide(edition_id));
`;

/**
 * Takes down whatever stands over the tables of ours, what is said of them, and what the role of the app was granted, so that tables can change and the files put up
 * again what they declare and nothing else. What belongs to an extension stays.
 */
export const TAKE_DOWN = `
  DO $$
  DECLARE
    ours oid[] := ARRAY(SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'budgets'));
    act text;
  BEGIN
    FOR act IN
      SELECT format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE c.relnamespace = ANY (ours)
      UNION ALL
      SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = ANY (ours) AND NOT t.tgisinternal
      UNION ALL
      SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', c.oid::regclass) FROM pg_class c
        WHERE c.relnamespace = ANY (ours) AND c.relrowsecurity
      UNION ALL
      SELECT CASE WHEN a.attname IS NULL THEN format('COMMENT ON TABLE %s IS NULL', c.oid::regclass)
          ELSE format('COMMENT ON COLUMN %s.%I IS NULL', c.oid::regclass, a.attname) END
        FROM pg_description d JOIN pg_class c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid AND c.relkind = 'r'
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0 WHERE c.relnamespace = ANY (ours)
    LOOP EXECUTE act; END LOOP;
    FOR act IN
      SELECT format('DROP VIEW IF EXISTS %s CASCADE', c.oid::regclass) FROM pg_class c
        WHERE c.relnamespace = ANY (ours) AND c.relkind = 'v' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    LOOP EXECUTE act; END LOOP;
    FOR act IN
      SELECT format('DROP ROUTINE %s', p.oid::regprocedure) FROM pg_proc p
        WHERE p.pronamespace = ANY (ours) AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP EXECUTE act; END LOOP;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongkai_app') THEN
      FOR act IN
        SELECT format('REVOKE ALL ON ALL %s IN SCHEMA %I FROM gongkai_app', kind, n.nspname)
          FROM pg_namespace n CROSS JOIN unnest('{TABLES,SEQUENCES}'::text[]) AS kind WHERE n.oid = ANY (ours)
      LOOP EXECUTE act; END LOOP;
    END IF;
  END $$`;

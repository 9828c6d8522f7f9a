import type { Client } from 'pg';

const TABLES = `
  SELECT c.relname AS name, format('%s %s %s%s', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END,
    CASE WHEN d.adbin IS NULL THEN '' ELSE ' default ' || pg_get_expr(d.adbin, d.adrelid) END) AS line
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
  UNION ALL SELECT conrelid::regclass::text, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 0
  UNION ALL SELECT tablename, 'index ' || regexp_replace(indexdef, ' ON public\\.', ' ON ') FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT tablename, format('policy %s for %s using %s check %s', policyname, cmd, qual, with_check) FROM pg_policies WHERE schemaname = 'public'
  UNION ALL SELECT event_object_table, format('trigger %s %s %s', trigger_name, action_timing, event_manipulation) FROM information_schema.triggers WHERE trigger_schema = 'public'
  UNION ALL SELECT c.relname, 'row level security' FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
  UNION ALL SELECT table_name, format('grant %s', privilege_type) FROM information_schema.role_table_grants WHERE grantee = 'gongkai_app' AND table_schema = 'public'
  UNION ALL SELECT table_name, format('grant %s of %s', privilege_type, column_name) FROM information_schema.column_privileges p WHERE grantee = 'gongkai_app' AND table_schema = 'public'
    AND NOT EXISTS (SELECT FROM information_schema.role_table_grants g WHERE (g.grantee, g.table_name, g.privilege_type) = (p.grantee, p.table_name, p.privilege_type))
  UNION ALL SELECT 'functions', p.proname || ' ' || pg_get_function_identity_arguments(p.oid) || CASE WHEN p.prosecdef THEN ' security definer' ELSE '' END || ' ' || md5(pg_get_functiondef(p.oid))
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
  ORDER BY 1, 2`;

/** Everything the catalog says of our tables, line by line. */
export async function describeSchema(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ name: string; line: string }>(TABLES);
  return rows.map(({ name, line }) => `${name}: ${line}`).join('\n');
}

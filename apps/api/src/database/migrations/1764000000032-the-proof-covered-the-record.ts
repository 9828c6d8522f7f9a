import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail names every row of the record with all it says: what is too large to be repeated stands there as its SHA-256. Rows of before get the
 * entry they lack, so that whatever is changed from now on is seen.
 */
export class TheProofCoveredTheRecord1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HASHES);
    for (const [table, ...unsaid] of HASHED)
      await runner.query(`
        DROP TRIGGER ${table}_are_audited ON ${table};
        CREATE TRIGGER ${table}_are_audited AFTER INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_row(${quotedList(unsaid)})`);
    await runner.query(SEALS);
    await runner.query(PROOF);
    for (const row of RECORD) await runner.query(keptBefore(row));
    await runner.query('SELECT seal_edition(e.id) FROM editions e ORDER BY e.id');
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const HASHED = [
  ['rechecks', '#findings', '#resolved'],
  ['refused_arrivals', '#refusal'],
] as const;

type RecordRow = readonly [table: string, key: readonly string[], unsaid?: readonly string[]];

const NAMES = ['pinyin', 'initials'];
const RECORD: readonly RecordRow[] = [
  ['regions', ['id']],
  ['region_versions', ['region_id', 'valid_from'], NAMES],
  ['agencies', ['id']],
  ['agency_versions', ['agency_id', 'valid_from'], NAMES],
  ['agency_successions', ['id']],
  ['reorganisations', ['id']],
  ['obligation_decisions', ['report_id']],
  ['accounts', ['id']],
  ['reports', ['id']],
  ['applicability_statements', ['id']],
  ['local_rules', ['id']],
  ['local_rule_versions', ['rule_id', 'version']],
  ['editions', ['id'], ['figures', 'states', 'derived', 'narrative', 'declared', 'residue']],
  ['edition_events', ['edition_id', 'sequence']],
  ['comment_answers', ['id']],
  ['rechecks', ['id'], ['#findings', '#resolved']],
  ['refused_arrivals', ['id'], ['#refusal']],
];

const quotedList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** An entry for every row that has none, or none that names all of its columns. */
function keptBefore([table, key, unsaid = []]: RecordRow): string {
  const sameRow = key.map((column) => `a.after ->> '${column}' = k.row ->> '${column}'`).join(' AND ');
  return `
    SELECT note_act('${table}.kept', subject_of('${table}', k.row), NULL, k.row)
    FROM (SELECT said_row(to_jsonb(t), ARRAY[${quotedList(unsaid)}]::text[]) AS row FROM ${table} t ORDER BY ${key.join(', ')}) k
    WHERE NOT EXISTS (SELECT FROM audit_entries a WHERE a.subject = subject_of('${table}', k.row)
      AND a.action IN ('${table}.insert', '${table}.update') AND ${sameRow} AND a.after ?& ARRAY(SELECT jsonb_object_keys(k.row)))`;
}

const HASHES = `
  CREATE FUNCTION sha256_of(said jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(said::text, 'UTF8')), 'hex') $$;

  -- A row as the trail names it: without what is secret or follows from the rest, and of a column written #column its SHA-256 alone.
  CREATE FUNCTION said_row(entry jsonb, unsaid text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT (entry - ARRAY(SELECT ltrim(u, '#') FROM unnest(unsaid) u)) || CASE WHEN parts IS NULL THEN '{}' ELSE jsonb_build_object('sha256', parts) END
    FROM (SELECT jsonb_object_agg(ltrim(u, '#'), sha256_of(entry -> ltrim(u, '#'))) AS parts FROM unnest(unsaid) u WHERE starts_with(u, '#')) hashed
  $$;

  CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE was jsonb; became jsonb; unsaid text[] := '{}';
  BEGIN
    IF TG_NARGS > 0 THEN unsaid := TG_ARGV; END IF;
    IF TG_OP <> 'INSERT' THEN was := said_row(to_jsonb(OLD), unsaid); END IF;
    IF TG_OP <> 'DELETE' THEN became := said_row(to_jsonb(NEW), unsaid); END IF;
    PERFORM note_act(TG_TABLE_NAME || '.' || lower(TG_OP), subject_of(TG_TABLE_NAME, COALESCE(became, was)), was, became);
    RETURN NULL;
  END $$;
`;

const SEALS = `
  -- What an edition says in columns and rows that are too large to be repeated in the trail, each by its SHA-256.
  CREATE FUNCTION edition_sha256(edition bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
      'figures', sha256_of(to_jsonb(e.figures)), 'states', sha256_of(e.states), 'derived', sha256_of(to_jsonb(e.derived)),
      'narrative', sha256_of(e.narrative), 'declared', sha256_of(e.declared), 'residue', sha256_of(e.residue),
      'raw', sha256_of(to_jsonb(p.raw)), 'places', sha256_of(p.places), 'confidence', sha256_of(p.confidence),
      'findings', (SELECT sha256_of(jsonb_agg(to_jsonb(f) ORDER BY f.ordinal)) FROM findings f WHERE f.edition_id = e.id))
    FROM editions e LEFT JOIN provenance p ON p.edition_id = e.id WHERE e.id = edition
  $$;
  CREATE FUNCTION seal_edition(edition bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT note_act('editions.sealed', 'editions:' || edition, NULL, jsonb_build_object('edition_id', edition, 'sha256', edition_sha256(edition)))
  $$;
  REVOKE EXECUTE ON FUNCTION edition_sha256(bigint), seal_edition(bigint) FROM PUBLIC;

  -- Its places and findings come before the first event and never after it.
  CREATE FUNCTION seal_edition_of_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM seal_edition(NEW.edition_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER editions_are_sealed AFTER INSERT ON edition_events FOR EACH ROW WHEN (NEW.sequence = 1) EXECUTE FUNCTION seal_edition_of_event();

  CREATE FUNCTION audit_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM note_act('documents.insert', 'documents:' || NEW.sha256, NULL,
      jsonb_build_object('sha256', NEW.sha256, 'media_type', NEW.media_type, 'size', NEW.size));
    RETURN NULL;
  END $$;
  CREATE TRIGGER documents_are_audited AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION audit_document();
  SELECT note_act('documents.kept', 'documents:' || sha256, NULL, jsonb_build_object('sha256', sha256, 'media_type', media_type, 'size', size))
    FROM documents ORDER BY sha256;
`;

/** Rows beside what the trail says of them, a part at a time. They are read past every right and told to the platform alone. */
const PROOF = `
  CREATE FUNCTION only_the_platform() RETURNS void LANGUAGE plpgsql STABLE AS $$
  BEGIN
    IF NOT caller_is('system') THEN RAISE EXCEPTION 'only the platform proves the record' USING ERRCODE = 'insufficient_privilege'; END IF;
  END $$;

  -- Of rows that stay the first word counts, of others the last. What differs is given as it should be and as it is; what the trail never named is not said.
  CREATE FUNCTION prove_rows(tab text, key_columns text[], unsaid text[], stays boolean, after text[], most int)
  RETURNS TABLE (key text[], subject text, said boolean, expected jsonb, found jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE keys text; texts text; bounds text; same text; acts text[]; word text;
  BEGIN
    PERFORM only_the_platform();
    SELECT string_agg(format('t.%I', k), ', ' ORDER BY n), string_agg(format('t.%I::text', k), ', ' ORDER BY n),
      string_agg(format('($1)[%s]::%s', n, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY n),
      string_agg(format('e.after ->> %1$L = b.row ->> %1$L', k), ' AND ')
    INTO STRICT keys, texts, bounds, same
    FROM unnest(key_columns) WITH ORDINALITY u(k, n) JOIN pg_attribute a ON a.attrelid = tab::regclass AND a.attname = k;
    acts := ARRAY[tab || '.insert', tab || '.kept'];
    IF NOT stays THEN acts := acts || (tab || '.update'); END IF;
    word := CASE WHEN stays
      THEN 'SELECT jsonb_object_agg(s.key, s.value ORDER BY e.sequence DESC) AS said FROM audit_entries e CROSS JOIN LATERAL jsonb_each(e.after) s WHERE %s'
      ELSE 'SELECT e.after AS said FROM audit_entries e WHERE %s ORDER BY e.sequence DESC LIMIT 1' END;
    word := format(word, format('e.subject = subject_of(%L, b.row) AND e.action = ANY ($4) AND ', tab) || same);
    RETURN QUERY EXECUTE format($query$
      WITH batch AS MATERIALIZED (
        SELECT t AS r, ARRAY[%1$s] AS key, said_row(to_jsonb(t), $2) AS row, row_number() OVER (ORDER BY %2$s) AS n
        FROM %3$I t WHERE $1 IS NULL OR (%2$s) > (%4$s) ORDER BY %2$s LIMIT $3
      )
      SELECT b.key, subject_of(%3$L, b.row), h.said IS NOT NULL, nullif(x.expected, b.row), CASE WHEN x.expected <> b.row THEN b.row END
      FROM batch b LEFT JOIN LATERAL (%5$s) h ON true CROSS JOIN LATERAL (
        SELECT said_row(to_jsonb(jsonb_populate_record(b.r, h.said)), $2)
          || CASE WHEN h.said ? 'sha256' THEN jsonb_build_object('sha256', h.said -> 'sha256') ELSE '{}' END AS expected) x
      ORDER BY b.n$query$, texts, keys, tab, bounds, word) USING after, unsaid, most, acts;
  END $$;

  -- What the entries of a part of the chain name and the table no longer has.
  CREATE FUNCTION gone_rows(tab text, key_columns text[], after bigint, last bigint) RETURNS TABLE (subject text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE same text;
  BEGIN
    PERFORM only_the_platform();
    SELECT string_agg(format('t.%I = (e.after ->> %L)::%s', k, k, format_type(a.atttypid, a.atttypmod)), ' AND ') INTO STRICT same
    FROM unnest(key_columns) k JOIN pg_attribute a ON a.attrelid = tab::regclass AND a.attname = k;
    RETURN QUERY EXECUTE format('SELECT e.subject FROM audit_entries e WHERE e.sequence > $1 AND e.sequence <= $2 AND e.action = ANY ($3)
      AND NOT EXISTS (SELECT FROM %I t WHERE %s) ORDER BY e.sequence', tab, same) USING after, last, ARRAY[tab || '.insert', tab || '.kept'];
  END $$;

  CREATE FUNCTION prove_editions(after bigint, most int)
  RETURNS TABLE (id bigint, content jsonb, content_sha256 text, expected jsonb, found jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM only_the_platform();
    RETURN QUERY SELECT e.id, jsonb_build_object('s2Form', e.s2_form, 's3Form', e.s3_form, 'figures', e.figures, 'states', e.states,
        'narrative', e.narrative, 'declared', e.declared, 'title', e.title, 'signedOn', e.signed_on), e.content_sha256,
      (SELECT a.after -> 'sha256' FROM audit_entries a WHERE a.subject = 'editions:' || e.id AND a.action = 'editions.sealed' ORDER BY a.sequence LIMIT 1),
      edition_sha256(e.id)
    FROM editions e WHERE e.id > prove_editions.after ORDER BY e.id LIMIT most;
  END $$;

  CREATE FUNCTION prove_documents(after text, most int)
  RETURNS TABLE (sha256 text, content_sha256 text, expected jsonb, found jsonb, editions bigint[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM only_the_platform();
    RETURN QUERY SELECT d.sha256, encode(pg_catalog.sha256(d.content), 'hex'),
      (SELECT a.after FROM audit_entries a WHERE a.subject = 'documents:' || d.sha256 AND a.action IN ('documents.insert', 'documents.kept')
        ORDER BY a.sequence LIMIT 1),
      jsonb_build_object('sha256', d.sha256, 'media_type', d.media_type, 'size', d.size),
      ARRAY(SELECT e.id FROM editions e WHERE e.document_sha256 = d.sha256 ORDER BY e.id)
    FROM documents d WHERE d.sha256 COLLATE "C" > prove_documents.after ORDER BY d.sha256 COLLATE "C" LIMIT most;
  END $$;
  CREATE INDEX editions_by_document ON editions (document_sha256);
`;

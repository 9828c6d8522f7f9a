-- Proving what is kept: rows beside what the trail says of them, a part at a time. They are read past every right and told to the platform alone.

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
  RETURN QUERY SELECT e.id, jsonb_build_object('s2Form', e.s2_form, 's3Form', e.s3_form, 's4Form', e.s4_form, 'figures', e.figures, 'states', e.states,
      'narrative', e.narrative, 'declared', e.declared, 'title', e.title, 'signedOn', e.signed_on, 'notes', e.notes), e.content_sha256,
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

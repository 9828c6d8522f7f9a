-- What was sent never changes; what happens to it is appended as events. An imported edition begins, and ends, as published; every other goes by the
-- table of moves.

-- Overseers see everything sent; analysts of a region what was accepted there; everybody what was published.
CREATE FUNCTION may_see_edition(edition bigint, report bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = edition AND v.state = 'published')
    OR oversees_report(report)
    OR caller_is('analyst')
      AND EXISTS (SELECT FROM reports r WHERE r.id = report AND caller_region() = ANY (r.region_path))
      AND EXISTS (SELECT FROM standings s WHERE s.report_id = report AND s.state = 'accepted' AND s.edition_id = edition)
$$;

-- Overseers see everything sent; analysts of a region what was accepted there; everybody what was published.
CREATE FUNCTION may_see_edition(edition bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT may_see_edition(e.id, e.report_id) FROM editions e WHERE e.id = edition
$$;

CREATE FUNCTION may_decide(edition bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM editions e JOIN reports r ON r.id = e.report_id WHERE e.id = edition
    AND caller_is('supervisor') AND caller_region() = ANY (r.region_path)
    AND caller_account() IS NOT NULL AND e.submitted_by <> caller_account())
$$;

CREATE FUNCTION is_import(edition bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM editions e WHERE e.id = edition AND e.origin = 'imported')
$$;

-- The moves of the house, whoever sends them; the owner, who has no role, is held to all but the role.
CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE FUNCTION refuse_other_than_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'published' AND NEW.sequence = 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'imported edition % cannot become %', NEW.edition_id, NEW.state USING ERRCODE = 'check_violation';
END $$;

-- What an edition says in columns and rows that are too large to be repeated in the trail, each by its SHA-256.
CREATE FUNCTION edition_sha256(edition bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'figures', sha256_of(to_jsonb(e.figures)), 'states', sha256_of(e.states), 'derived', sha256_of(to_jsonb(e.derived)),
    'narrative', sha256_of(e.narrative), 'declared', sha256_of(e.declared), 'residue', sha256_of(e.residue),
    'raw', sha256_of(to_jsonb(p.raw)), 'places', sha256_of(p.places), 'confidence', sha256_of(p.confidence),
    'findings', (SELECT sha256_of(jsonb_agg(to_jsonb(f) ORDER BY f.ordinal)) FROM findings f WHERE f.edition_id = e.id))
    || CASE WHEN p.typed <> '{}' THEN jsonb_build_object('typed', sha256_of(p.typed)) ELSE '{}' END
  FROM editions e LEFT JOIN provenance p ON p.edition_id = e.id WHERE e.id = edition
$$;

CREATE FUNCTION seal_edition(edition bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT note_act('editions.sealed', 'editions:' || edition, NULL, jsonb_build_object('edition_id', edition, 'sha256', edition_sha256(edition)))
$$;

-- Its places and findings come before the first event and never after it.
CREATE FUNCTION seal_edition_of_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM seal_edition(NEW.edition_id);
  RETURN NULL;
END $$;

CREATE FUNCTION audit_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM note_act('documents.insert', 'documents:' || NEW.sha256, NULL,
    jsonb_build_object('sha256', NEW.sha256, 'media_type', NEW.media_type, 'size', NEW.size));
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION edition_sha256, seal_edition FROM PUBLIC;

COMMENT ON TABLE documents IS 'Files that editions came in, each once.';
COMMENT ON COLUMN documents.sha256 IS 'Of the bytes.';
COMMENT ON COLUMN documents.media_type IS 'As recognised, not as claimed.';
COMMENT ON COLUMN documents.size IS 'In bytes.';
COMMENT ON COLUMN documents.content IS 'As received.';
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON documents TO gongkai_app;
CREATE POLICY agency_files ON documents FOR INSERT TO gongkai_app WITH CHECK (caller_is('agency'));
CREATE POLICY officials_import ON documents FOR INSERT TO gongkai_app WITH CHECK (caller_is('supervisor', 'administrator'));
CREATE POLICY seen_with_edition ON documents FOR SELECT TO gongkai_app
  USING (EXISTS (SELECT FROM editions e WHERE e.document_sha256 = sha256));
CREATE TRIGGER documents_are_audited AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION audit_document();
CREATE TRIGGER documents_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE editions IS 'What was sent for a report, never changed. An amendment is the next edition.';
COMMENT ON COLUMN editions.number IS 'From 1 within the report.';
COMMENT ON COLUMN editions.predecessor_id IS 'The edition it follows.';
COMMENT ON COLUMN editions.reason_class IS 'Why it amends; null for the first that was accepted.';
COMMENT ON COLUMN editions.reason IS 'The same in words.';
COMMENT ON COLUMN editions.s2_form IS 'The form of section two.';
COMMENT ON COLUMN editions.s3_form IS 'The form of section three.';
COMMENT ON COLUMN editions.s4_form IS 'The form of section four.';
COMMENT ON COLUMN editions.figures IS 'By cell position; NULL where no number was reported. Money in 分.';
COMMENT ON COLUMN editions.states IS 'By position, where it is no number: which nothing it is.';
COMMENT ON COLUMN editions.derived IS 'Positions of totals the document left blank and the platform worked out.';
COMMENT ON COLUMN editions.title IS 'As printed.';
COMMENT ON COLUMN editions.signed_on IS 'The day under the report.';
COMMENT ON COLUMN editions.narrative IS 'The sections of text, in order.';
COMMENT ON COLUMN editions.declared IS 'What the text says of itself in numbers, with quotations.';
COMMENT ON COLUMN editions.residue IS 'Numbers no cell claimed.';
COMMENT ON COLUMN editions.explanations IS 'What was said in writing to inconsistencies.';
COMMENT ON COLUMN editions.notes IS 'What the agency notes of cells and sections.';
COMMENT ON COLUMN editions.content_sha256 IS 'Of what it says, whatever file it came in.';
COMMENT ON COLUMN editions.document_sha256 IS 'The file; null for what was typed.';
COMMENT ON COLUMN editions.document_name IS 'What the file was called.';
COMMENT ON COLUMN editions.idempotency_key IS 'By which sending it twice is sending it once.';
COMMENT ON COLUMN editions.receipt_number IS 'GK, day, running number.';
COMMENT ON COLUMN editions.submitted_by IS 'Who sent it.';
COMMENT ON COLUMN editions.received_at IS 'When it arrived.';
COMMENT ON COLUMN editions.last_year_id IS 'The edition of the year before that stood when this one was filed: what its rules across years were held against.';
COMMENT ON COLUMN editions.origin IS 'Filed here, or published elsewhere and imported as printed.';
COMMENT ON COLUMN editions.source_url IS 'Where it was published.';
COMMENT ON COLUMN editions.source_citation IS 'The same in words.';
COMMENT ON COLUMN editions.published_on IS 'When it was published elsewhere, where that is known.';
ALTER TABLE editions ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON editions TO gongkai_app;
CREATE POLICY agency_files ON editions FOR INSERT TO gongkai_app
  WITH CHECK (files_for(report_id) AND submitted_by = caller_account());
CREATE POLICY officials_import ON editions FOR INSERT TO gongkai_app
  WITH CHECK (origin = 'imported' AND imports_for(report_id) AND submitted_by = caller_account());
CREATE POLICY only_officials_import ON editions AS RESTRICTIVE FOR INSERT TO gongkai_app WITH CHECK (origin = 'filed' OR imports_for(report_id));
CREATE POLICY seen_by_right ON editions FOR SELECT TO gongkai_app USING (may_see_edition(id, report_id));
CREATE TRIGGER editions_are_audited AFTER INSERT OR UPDATE OR DELETE ON editions
  FOR EACH ROW EXECUTE FUNCTION audit_row('figures', 'states', 'derived', 'narrative', 'declared', 'residue');
CREATE TRIGGER editions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE provenance IS 'What was printed and where, by cell position like the figures.';
COMMENT ON COLUMN provenance.raw IS 'As printed.';
COMMENT ON COLUMN provenance.places IS 'Table, row and column, page or paragraph.';
COMMENT ON COLUMN provenance.confidence IS 'How surely each cell was read, by position, where it is not exact.';
COMMENT ON COLUMN provenance.typed IS 'By position, of cells that were typed over what the file says: what that is, where, and by which account.';
ALTER TABLE provenance ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON provenance TO gongkai_app;
CREATE POLICY filed_with_edition ON provenance FOR INSERT TO gongkai_app
  WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id))
    AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = provenance.edition_id));
CREATE POLICY officials_import ON provenance FOR INSERT TO gongkai_app
  WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND e.origin = 'imported' AND imports_for(e.report_id))
    AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = provenance.edition_id));
CREATE POLICY seen_with_edition ON provenance FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));
CREATE TRIGGER provenance_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON provenance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE findings IS 'What the rules said of an edition when it was filed.';
COMMENT ON COLUMN findings.ordinal IS 'In the order they were told.';
COMMENT ON COLUMN findings.code IS 'Which rule.';
COMMENT ON COLUMN findings.severity IS 'How bad.';
COMMENT ON COLUMN findings.finding IS 'All of it: cells, expected, found, remedy.';
ALTER TABLE findings ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON findings TO gongkai_app;
CREATE POLICY filed_with_edition ON findings FOR INSERT TO gongkai_app
  WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id))
    AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = findings.edition_id));
CREATE POLICY officials_import ON findings FOR INSERT TO gongkai_app
  WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND e.origin = 'imported' AND imports_for(e.report_id))
    AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = findings.edition_id));
CREATE POLICY seen_with_edition ON findings FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));
CREATE TRIGGER findings_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON findings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE moves IS 'Which state may follow which, and who may do it: line by line what MOVES of the model says.';
COMMENT ON COLUMN moves.from_state IS 'Null: the edition arrives.';
COMMENT ON COLUMN moves.to_state IS 'What it becomes.';
COMMENT ON COLUMN moves.role IS 'Whose move it is.';
COMMENT ON COLUMN moves.needs_reason IS 'It is made with words.';
COMMENT ON COLUMN moves.four_eyes IS 'Not by who sent the edition.';
ALTER TABLE moves ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON moves TO gongkai_app;
CREATE POLICY everybody_reads ON moves FOR SELECT TO gongkai_app USING (true);

COMMENT ON TABLE edition_events IS 'What happened to an edition, appended. The last one says what it is.';
COMMENT ON COLUMN edition_events.sequence IS 'From 1 within the edition.';
COMMENT ON COLUMN edition_events.state IS 'What it became.';
COMMENT ON COLUMN edition_events.at IS 'When.';
COMMENT ON COLUMN edition_events.by_account IS 'Who did it.';
COMMENT ON COLUMN edition_events.by_office IS 'For which office.';
COMMENT ON COLUMN edition_events.why IS 'In words, where the move asks for it.';
COMMENT ON COLUMN edition_events.comments IS 'On cells, of a return.';
ALTER TABLE edition_events ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON edition_events TO gongkai_app;
CREATE POLICY movers_move ON edition_events FOR INSERT TO gongkai_app WITH CHECK (by_account = caller_account()
  AND EXISTS (SELECT FROM moves m WHERE m.to_state = state AND m.role = caller_role())
  AND (may_decide(edition_id) OR EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND files_for(e.report_id))));
CREATE POLICY officials_import ON edition_events FOR INSERT TO gongkai_app
  WITH CHECK (state = 'published' AND by_account = caller_account()
    AND EXISTS (SELECT FROM editions e WHERE e.id = edition_id AND e.origin = 'imported' AND imports_for(e.report_id)));
CREATE POLICY seen_with_edition ON edition_events FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));
CREATE TRIGGER edition_events_are_audited AFTER INSERT OR UPDATE OR DELETE ON edition_events
  FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER edition_events_move BEFORE INSERT ON edition_events FOR EACH ROW
  WHEN (NOT is_import(NEW.edition_id)) EXECUTE FUNCTION refuse_illegal_move();
CREATE TRIGGER edition_events_of_imports BEFORE INSERT ON edition_events FOR EACH ROW
  WHEN (is_import(NEW.edition_id)) EXECUTE FUNCTION refuse_other_than_published();
CREATE TRIGGER edition_events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER editions_are_sealed AFTER INSERT ON edition_events FOR EACH ROW WHEN (NEW.sequence = 1) EXECUTE FUNCTION seal_edition_of_event();

COMMENT ON TABLE section_texts IS 'What sections one and five say once names and numbers are gone, as a hash: by it the same text of two agencies is found.';
COMMENT ON COLUMN section_texts.section IS 'One or five.';
COMMENT ON COLUMN section_texts.sha256 IS 'Of the text that is left.';
ALTER TABLE section_texts ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON section_texts TO gongkai_app;
CREATE POLICY kept_with_edition ON section_texts FOR INSERT TO gongkai_app
  WITH CHECK (EXISTS (SELECT FROM editions e WHERE e.id = edition_id
      AND (e.origin = 'filed' AND files_for(e.report_id) OR e.origin = 'imported' AND imports_for(e.report_id)))
    AND NOT EXISTS (SELECT FROM edition_events v WHERE v.edition_id = section_texts.edition_id));
CREATE POLICY seen_with_edition ON section_texts FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));

COMMENT ON TABLE comment_answers IS 'What an agency answers to a comment of a return.';
COMMENT ON COLUMN comment_answers.edition_id IS 'With the sequence: the event of the comment.';
COMMENT ON COLUMN comment_answers.sequence IS 'With the edition: the event of the comment.';
COMMENT ON COLUMN comment_answers.comment IS 'Which comment of the event, from 1.';
COMMENT ON COLUMN comment_answers.text IS 'The answer.';
COMMENT ON COLUMN comment_answers.at IS 'When.';
COMMENT ON COLUMN comment_answers.by_account IS 'Who.';
COMMENT ON COLUMN comment_answers.by_office IS 'For which office.';
ALTER TABLE comment_answers ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON comment_answers TO gongkai_app;
CREATE POLICY agency_answers ON comment_answers FOR INSERT TO gongkai_app WITH CHECK (by_account = caller_account()
  AND EXISTS (SELECT FROM editions e JOIN edition_events v ON v.edition_id = e.id
    WHERE e.id = comment_answers.edition_id AND v.sequence = comment_answers.sequence AND comment <= jsonb_array_length(v.comments) AND files_for(e.report_id)));
CREATE POLICY seen_with_edition ON comment_answers FOR SELECT TO gongkai_app USING (may_see_edition(edition_id));
CREATE TRIGGER comment_answers_are_audited AFTER INSERT ON comment_answers FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER comment_answers_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON comment_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE refused_arrivals IS 'Receipts of what arrived and could not be filed, with the verdict.';
COMMENT ON COLUMN refused_arrivals.number IS 'Of the receipt.';
COMMENT ON COLUMN refused_arrivals.received_at IS 'When it arrived.';
COMMENT ON COLUMN refused_arrivals.submitted_by IS 'Who sent it.';
COMMENT ON COLUMN refused_arrivals.document_name IS 'What the file was called.';
COMMENT ON COLUMN refused_arrivals.document_sha256 IS 'Of its bytes, which are not kept.';
COMMENT ON COLUMN refused_arrivals.content_sha256 IS 'Of what it said, where it could be read.';
COMMENT ON COLUMN refused_arrivals.code IS 'Of the refusal.';
COMMENT ON COLUMN refused_arrivals.refusal IS 'The refusal as told. JSON as text: it may quote characters that no jsonb holds.';
ALTER TABLE refused_arrivals ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON refused_arrivals TO gongkai_app;
CREATE POLICY agency_files ON refused_arrivals FOR INSERT TO gongkai_app
  WITH CHECK (files_for(report_id) AND submitted_by = caller_account());
CREATE POLICY only_the_agency ON refused_arrivals FOR SELECT TO gongkai_app USING (files_for(report_id));
CREATE TRIGGER refused_arrivals_are_audited AFTER INSERT ON refused_arrivals FOR EACH ROW EXECUTE FUNCTION audit_row('#refusal');
CREATE TRIGGER refused_arrivals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON refused_arrivals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

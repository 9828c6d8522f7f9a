import type {
  CellId,
  CellState,
  Confidence,
  EditionState,
  Finding,
  FormId,
  NarrativeSection,
  Place,
  ReasonClass,
  SectionCode,
  Severity,
} from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';
import { QueueStore } from '../queue/queue.store';
import type { NoteRow } from './note-row';
import type { TypedOverRow } from './typed-over';

/** What was printed, where, and how surely it was read. Arrays are indexed by cell position minus one. */
export interface Provenance {
  readonly raw: readonly (string | null)[];
  readonly places: readonly (Place | null)[];
  /** By position where it is not `exact`. */
  readonly confidence: Readonly<Record<string, Confidence>>;
  /** By position where somebody typed over what the file says. */
  readonly typed: Readonly<Record<string, TypedOverRow>>;
}

/** What an edition holds, ready to be kept. Arrays are indexed by cell position minus one. */
export interface EditionContent extends Provenance {
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly s4Form: FormId;
  readonly figures: readonly (bigint | null)[];
  /** State by position where it is not `number`. */
  readonly states: Readonly<Record<string, CellState>>;
  /** Positions of totals the document left blank. */
  readonly derived: readonly number[];
  readonly title: string | null;
  readonly signedOn: string | null;
  readonly narrative: readonly { readonly section: NarrativeSection; readonly heading: string; readonly text: string }[];
  readonly declared: readonly { readonly code: string; readonly amount: string; readonly quotation: string }[];
  readonly residue: readonly { readonly raw: string; readonly context: string; readonly section: SectionCode | null }[];
  readonly notes: readonly NoteRow[];
}

export interface ExplanationRow {
  readonly code: string;
  readonly cell: string | null;
  readonly text: string;
}

export interface EditionRow extends Omit<EditionContent, 'figures' | keyof Provenance> {
  readonly id: string;
  readonly reportId: string;
  readonly number: number;
  readonly state: EditionState;
  readonly figures: readonly (string | null)[];
  readonly explanations: readonly ExplanationRow[];
  readonly contentSha256: string;
  readonly documentSha256: string | null;
  readonly documentName: string | null;
  readonly receiptNumber: string;
  readonly submittedBy: string;
  readonly receivedAt: Date;
  readonly predecessorId: string | null;
  /** The edition of the year before that it was checked against. */
  readonly lastYearId: string | null;
  readonly reasonClass: ReasonClass | null;
  readonly reason: string | null;
  /** `imported`: published elsewhere and kept as printed; never filed here. */
  readonly origin: 'filed' | 'imported';
  /** Null for what was filed here. */
  readonly source: PublicationSource | null;
}

/** Where an imported report was published; at least one of address and citation. */
export interface PublicationSource {
  readonly url: string | null;
  readonly citation: string | null;
  /** ISO date; null where it is not known. */
  readonly publishedOn: string | null;
}

export interface NewEdition {
  readonly reportId: string;
  readonly content: EditionContent;
  readonly contentSha256: string;
  readonly document: { readonly sha256: string; readonly name: string } | null;
  readonly explanations: readonly ExplanationRow[];
  readonly findings: readonly Finding[];
  readonly idempotencyKey: string | null;
  readonly lastYearId: string | null;
  readonly amends: { readonly reasonClass: ReasonClass; readonly reason: string } | null;
  readonly accountId: string;
  readonly receivedAt: Date;
  /** Null for what is filed here. */
  readonly source: PublicationSource | null;
}

/** A file that editions came in; what it is called each of them says. */
export interface KeptFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface EventRow {
  readonly editionId: string;
  readonly sequence: number;
  readonly state: EditionState;
  readonly at: Date;
  readonly byAccount: string;
  /** Null to those who may not know the person. */
  readonly byName: string | null;
  readonly byOffice: string;
  readonly why: string | null;
  readonly comments: readonly { readonly cell: CellId; readonly text: string }[];
}

export type NewEvent = Omit<EventRow, 'sequence' | 'byName'>;

const EDITION = `
  SELECT e.id, e.report_id AS "reportId", e.number, e.s2_form AS "s2Form", e.s3_form AS "s3Form", e.s4_form AS "s4Form",
    e.figures, e.states, e.derived, e.title,
    e.signed_on::text AS "signedOn", e.narrative, e.declared, e.residue, e.notes, e.explanations, e.content_sha256 AS "contentSha256",
    e.document_sha256 AS "documentSha256", e.document_name AS "documentName", e.receipt_number AS "receiptNumber",
    e.submitted_by AS "submittedBy", e.received_at AS "receivedAt", e.predecessor_id AS "predecessorId", e.last_year_id AS "lastYearId", e.reason_class AS "reasonClass", e.reason,
    e.origin, CASE WHEN e.origin = 'imported' THEN json_build_object('url', e.source_url, 'citation', e.source_citation, 'publishedOn', e.published_on) END AS source,
    (SELECT v.state FROM edition_events v WHERE v.edition_id = e.id ORDER BY v.sequence DESC LIMIT 1) AS state
  FROM editions e`;

/** Editions with their findings, events, documents and places: written once, read for ever. */
export class EditionsStore {
  constructor(private readonly sql: Sql) {}

  editions(ids: readonly string[]): Promise<readonly EditionRow[]> {
    return this.sql(`${EDITION} WHERE e.id = ANY (:ids)`, { ids });
  }

  ofReports(reportIds: readonly string[]): Promise<readonly EditionRow[]> {
    return this.sql(`${EDITION} WHERE e.report_id = ANY (:reportIds) ORDER BY e.number DESC`, { reportIds });
  }

  async byKey(accountId: string, key: string): Promise<EditionRow | null> {
    const [row] = await this.sql<EditionRow>(`${EDITION} WHERE e.submitted_by = :accountId AND e.idempotency_key = :key`, {
      accountId,
      key,
    });
    return row === undefined ? null : row;
  }

  /**
   * The edition that stands for an agency's year, or for that of the agency it was renamed from: the latest accepted or published one,
   * else the latest not withdrawn or returned.
   */
  async standing(agencyId: string, year: number): Promise<EditionRow | null> {
    const [row] = await this.sql<EditionRow>(
      `${EDITION} JOIN standings s ON s.edition_id = e.id JOIN reports r ON r.id = s.report_id AND r.id = e.report_id
       WHERE r.year = :year AND s.edition_state IN ('submitted', 'accepted', 'published')
         AND (r.agency_id = :agencyId OR r.agency_id IN (SELECT predecessor_id FROM agency_successions WHERE successor_id = :agencyId AND kind = 'rename'))
       ORDER BY r.agency_id <> :agencyId, s.state = 'latest', s.state LIMIT 1`,
      { agencyId, year },
    );
    return row === undefined ? null : row;
  }

  /** Findings kept before causes were told have no consequences and no repair. */
  findings(editionIds: readonly string[]): Promise<readonly { readonly editionId: string; readonly finding: Finding }[]> {
    return this.sql(
      `SELECT edition_id AS "editionId", '{"consequences": [], "repair": null}'::jsonb || finding AS finding FROM findings WHERE edition_id = ANY (:editionIds) ORDER BY edition_id, ordinal`,
      { editionIds },
    );
  }

  events(editionIds: readonly string[]): Promise<readonly EventRow[]> {
    return this.sql(
      `SELECT v.edition_id AS "editionId", v.sequence, v.state, v.at, v.by_account AS "byAccount", a.name AS "byName", v.by_office AS "byOffice",
         v.why, v.comments
       FROM edition_events v LEFT JOIN accounts a ON a.id = v.by_account
       WHERE v.edition_id = ANY (:editionIds) ORDER BY v.edition_id, v.sequence`,
      { editionIds },
    );
  }

  provenance(editionIds: readonly string[]): Promise<readonly (Provenance & { readonly editionId: string })[]> {
    return this.sql(
      `SELECT edition_id AS "editionId", raw, places, confidence,
         (SELECT coalesce(json_object_agg(t.key, json_build_object('raw', t.value -> 'raw', 'place', t.value -> 'place', 'by', a.name)), '{}')
          FROM jsonb_each(typed) t LEFT JOIN accounts a ON a.id = (t.value ->> 'by')::bigint) AS typed
       FROM provenance WHERE edition_id = ANY (:editionIds)`,
      { editionIds },
    );
  }

  documents(sha256s: readonly string[]): Promise<readonly KeptFile[]> {
    return this.sql(`SELECT sha256, media_type AS "mediaType", size FROM documents WHERE sha256 = ANY (:sha256s)`, { sha256s });
  }

  async document(sha256: string): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
    const [row] = await this.sql<{ mediaType: string; content: Buffer }>(
      `SELECT media_type AS "mediaType", content FROM documents WHERE sha256 = :sha256`,
      { sha256 },
    );
    return row === undefined ? null : row;
  }

  async keepDocument(document: { readonly sha256: string; readonly mediaType: string; readonly content: Uint8Array }): Promise<void> {
    await this.sql(
      `INSERT INTO documents (sha256, media_type, size, content) VALUES (:sha256, :mediaType, :size, :content) ON CONFLICT DO NOTHING`,
      { sha256: document.sha256, mediaType: document.mediaType, size: document.content.byteLength, content: document.content },
    );
  }

  /** Keeps an edition with its findings and places and returns its id; the event that it was submitted is the caller's to append. */
  async keep(edition: NewEdition): Promise<string> {
    const { content } = edition;
    const { id } = onlyRow(
      await this.sql<{ id: string }>(
        `INSERT INTO editions (report_id, number, predecessor_id, reason_class, reason, s2_form, s3_form, s4_form, figures, states, derived, title,
           signed_on, narrative, declared, residue, notes, explanations, content_sha256, document_sha256, document_name, idempotency_key, receipt_number,
           submitted_by, received_at, last_year_id, origin, source_url, source_citation, published_on)
         VALUES (:reportId, (SELECT 1 + count(*) FROM editions WHERE report_id = :reportId),
           (SELECT id FROM editions WHERE report_id = :reportId ORDER BY number DESC LIMIT 1), :reasonClass, :reason, :s2Form, :s3Form, :s4Form, :figures,
           :states, :derived, :title, :signedOn, :narrative, :declared, :residue, :notes, :explanations, :contentSha256, :documentSha256, :documentName,
           :idempotencyKey, to_char(:receivedAt::timestamptz AT TIME ZONE 'Asia/Shanghai', '"GK"YYYYMMDD-') || lpad(nextval('receipt_numbers')::text, 7, '0'),
           :accountId, :receivedAt, :lastYearId, :origin, :sourceUrl, :sourceCitation, :publishedOn)
         RETURNING id`,
        { ...filedAs(edition), ...writtenContent(content) },
      ),
    );
    await this.sql('INSERT INTO provenance (edition_id, raw, places, confidence, typed) VALUES (:id, :raw, :places, :confidence, :typed)', {
      id,
      raw: content.raw,
      places: JSON.stringify(content.places),
      confidence: JSON.stringify(content.confidence),
      typed: JSON.stringify(content.typed),
    });
    await this.keepFindings(id, edition.findings);
    return id;
  }

  /** And rings for who tells it. */
  async append(event: NewEvent): Promise<void> {
    await this.sql(
      `INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office, why, comments)
       SELECT :editionId, 1 + count(*), :state, greatest(:at::timestamptz, max(at)), :byAccount, :byOffice, :why, :comments
       FROM edition_events WHERE edition_id = :editionId`,
      {
        editionId: event.editionId,
        state: event.state,
        at: event.at,
        byAccount: event.byAccount,
        byOffice: event.byOffice,
        why: event.why,
        comments: JSON.stringify(event.comments),
      },
    );
    await new QueueStore(this.sql).send('outbox', `edition:${event.editionId}`);
  }

  private async keepFindings(editionId: string, findings: readonly Finding[]): Promise<void> {
    const codes: readonly string[] = findings.map((finding) => finding.code);
    const severities: readonly Severity[] = findings.map((finding) => finding.severity);
    await this.sql(
      `INSERT INTO findings (edition_id, ordinal, code, severity, finding)
       SELECT :editionId, ordinal, code, severity, finding::jsonb
       FROM unnest(:codes::text[], :severities::text[], :written::text[]) WITH ORDINALITY AS f(code, severity, finding, ordinal)`,
      { editionId, codes, severities, written: findings.map((finding) => JSON.stringify(finding)) },
    );
  }
}

function filedAs(edition: NewEdition) {
  const { reportId, amends, document, source, idempotencyKey, accountId, receivedAt, lastYearId, contentSha256 } = edition;
  return {
    ...{ reportId, idempotencyKey, accountId, receivedAt, lastYearId, contentSha256 },
    reasonClass: amends === null ? null : amends.reasonClass,
    reason: amends === null ? null : amends.reason,
    documentSha256: document === null ? null : document.sha256,
    documentName: document === null ? null : document.name,
    explanations: JSON.stringify(edition.explanations),
    ...(source === null
      ? { origin: 'filed', sourceUrl: null, sourceCitation: null, publishedOn: null }
      : { origin: 'imported', sourceUrl: source.url, sourceCitation: source.citation, publishedOn: source.publishedOn }),
  };
}

function writtenContent({ s2Form, s3Form, s4Form, derived, title, signedOn, ...content }: EditionContent) {
  return {
    ...{ s2Form, s3Form, s4Form, derived, title, signedOn },
    figures: content.figures.map((figure) => (figure === null ? null : figure.toString())),
    states: JSON.stringify(content.states),
    narrative: JSON.stringify(content.narrative),
    declared: JSON.stringify(content.declared),
    residue: JSON.stringify(content.residue),
    notes: JSON.stringify(content.notes),
  };
}

import { hashContent } from '../reports/edition-content';
import type { BrokenEntry, ChainHead, ProvedDocument, ProvedEdition, ProvedRow, RecordStore } from './record.store';
import { RECORD, type RecordTable } from './record-tables';

/** Something that is not what it was when it was kept. */
interface Unproved {
  /** `editions:12`, `documents:<sha256>`: the table and the first id of the row, as in the trail. */
  readonly subject: string;
  /** The edition it belongs to; null where it is of none. */
  readonly edition: string | null;
  /** The column or part; null for the row as a whole. */
  readonly field: string | null;
  readonly expected: string | null;
  readonly found: string | null;
}

export interface RecordVerdict {
  readonly rows: number;
  readonly entries: number;
  readonly head: ChainHead | null;
  /** The first entry of the trail that is not as it was; null where all are. */
  readonly broken: BrokenEntry | null;
  readonly differing: number;
  /** The first of what differs. */
  readonly differs: readonly Unproved[];
  /** Heads that were written down outside; null where none were held against the chain. */
  readonly anchors: AnchorsVerdict | null;
}

export interface AnchorsVerdict {
  readonly held: number;
  readonly lost: number;
  /** The first that is not in the chain: `cut` where the chain ends before it, `rewritten` where another entry has its place. */
  readonly first: (ChainHead & { readonly how: 'cut' | 'rewritten' }) | null;
}

/** How the record is read: each part as of one moment. */
type ReadRecord = <T>(work: (record: RecordStore) => Promise<T>) => Promise<T>;

export interface Proving {
  /** Goes on where an earlier proof stopped, as it said: `editions:5000`; null from the beginning. */
  readonly from: string | null;
  readonly anchors: readonly ChainHead[] | null;
  /** Hears after each part how far the proof is. */
  readonly reached: (place: string) => void;
}

/** Rows in a part; documents may be large, and each is read whole. */
const ROWS = 500;
const DOCUMENTS = 10;
const ENTRIES = 5_000;
const TOLD = 50;
/** Ids and places in the chain count from 1. */
const BEFORE_ALL = '0';
const DOCUMENT_TABLE = { name: 'documents', key: ['sha256'] };

/** What was found on the way. */
class Findings {
  rows = 0;
  entries = 0;
  differing = 0;
  broken: BrokenEntry | null = null;
  readonly differs: Unproved[] = [];

  add(found: readonly Unproved[]): void {
    this.differing += found.length;
    this.differs.push(...found.slice(0, TOLD - this.differs.length));
  }
}

type Step = (after: string | null, found: Findings) => Promise<string | null>;

/**
 * Works out again every hash of the record and of the trail and holds one against the other: what an edition says and its original, events, findings,
 * comments, organisations. Reads a part at a time, changes nothing and holds nobody up.
 */
export async function verifyRecord(read: ReadRecord, { from, anchors, reached }: Proving): Promise<RecordVerdict> {
  const steps = stepsOf(read);
  const [first, place] = placeOf(from, [...steps.keys()]);
  const found = new Findings();
  let after = place;
  for (const [name, step] of [...steps].slice(first)) {
    for (let next = after; ;) {
      next = await step(next, found);
      if (next === null) break;
      reached(`${name}:${next}`);
    }
    after = null;
  }
  found.broken ??= await read((record) => record.neverLinked());
  const head = await read((record) => record.head());
  const { rows, entries, broken, differing, differs } = found;
  return { rows, entries, head, broken, differing, differs, anchors: anchors === null ? null : await holdAnchors(read, anchors) };
}

/** Whether all of it is as it was. */
export function isProved({ broken, differing, anchors }: RecordVerdict): boolean {
  return broken === null && differing === 0 && (anchors === null || anchors.lost === 0);
}

function stepsOf(read: ReadRecord): ReadonlyMap<string, Step> {
  return new Map<string, Step>([
    ['trail', (after, found) => walkTrail(read, after === null ? BEFORE_ALL : after, found)],
    ['documents', (after, found) => proveDocuments(read, after ?? '', found)],
    ['contents', (after, found) => proveContents(read, after === null ? BEFORE_ALL : after, found)],
    ...RECORD.map((table) => [table.name, (after, found) => proveTable(read, table, { after, found })] satisfies [string, Step]),
  ]);
}

function placeOf(from: string | null, names: readonly string[]): readonly [first: number, after: string | null] {
  if (from === null) return [0, null];
  const [name = '', place = null] = from.split(/:(.*)/s);
  const first = names.indexOf(name);
  if (first === -1) throw new Error(`a proof goes on from one of ${names.join(', ')}, as it was printed`);
  return [first, place];
}

async function walkTrail(read: ReadRecord, after: string, found: Findings): Promise<string | null> {
  return read(async (record) => {
    const { last, entries, broken } = await record.walk(after, ENTRIES);
    found.entries += entries;
    found.broken ??= broken;
    if (last === null) return null;
    for (const table of [...RECORD, DOCUMENT_TABLE])
      found.add((await record.gone(table, after, last)).map(({ subject }) => ({ ...wholeRow(subject), expected: 'kept', found: 'gone' })));
    return last;
  });
}

async function proveDocuments(read: ReadRecord, after: string, found: Findings): Promise<string | null> {
  const documents = await read((record) => record.documents(after, DOCUMENTS));
  found.rows += documents.length;
  for (const document of documents) found.add(unprovedDocument(document));
  return documents.at(-1)?.sha256 ?? null;
}

function unprovedDocument({ sha256, contentSha256, expected, found, editions }: ProvedDocument): readonly Unproved[] {
  const subject = `documents:${sha256}`;
  const bytes = contentSha256 === sha256 ? [] : [{ subject, field: 'content', expected: sha256, found: contentSha256 }];
  const all = [...(expected === null ? [unknownRow(subject)] : differencesIn(subject, expected, found)), ...bytes];
  const told = editions.length === 0 ? [null] : editions;
  return told.flatMap((edition) => all.map((each) => ({ ...each, edition })));
}

async function proveContents(read: ReadRecord, after: string, found: Findings): Promise<string | null> {
  const editions = await read((record) => record.editions(after, ROWS));
  for (const edition of editions) found.add(unprovedContent(edition));
  return editions.at(-1)?.id ?? null;
}

function unprovedContent({ id, content, contentSha256, expected, found }: ProvedEdition): readonly Unproved[] {
  const subject = `editions:${id}`;
  const now = hashContent(content);
  return [
    ...(now === contentSha256 ? [] : [{ ...wholeRow(subject), field: 'content_sha256', expected: contentSha256, found: now }]),
    ...(expected === null ? [{ ...unknownRow(subject), expected: 'sealed in the trail' }] : differencesIn(subject, expected, found)),
  ];
}

async function proveTable(
  read: ReadRecord,
  table: RecordTable,
  { after, found }: { readonly after: string | null; readonly found: Findings },
): Promise<string | null> {
  const rows = await read((record) => record.rows(table, after === null ? null : after.split(','), ROWS));
  found.rows += rows.length;
  for (const row of rows) found.add(unprovedRow(row));
  return rows.at(-1)?.key.join(',') ?? null;
}

function unprovedRow({ subject, said, expected, found }: ProvedRow): readonly Unproved[] {
  if (!said) return [unknownRow(subject)];
  if (expected === null || found === null) return [];
  const edition = found['edition_id'] === undefined ? null : String(found['edition_id']);
  return differencesIn(subject, expected, found).map((each) => ({ ...each, edition: each.edition ?? edition }));
}

type Said = Readonly<Record<string, unknown>>;

/** Parts that the trail holds by their hashes stand under `sha256`. */
function differencesIn(subject: string, expected: Said, found: Said): readonly Unproved[] {
  return Object.keys(expected).flatMap((field) => {
    const [due, is] = [expected[field], found[field]];
    if (JSON.stringify(due) === JSON.stringify(is)) return [];
    if (isSaid(due) && isSaid(is) && field === 'sha256') return differencesIn(subject, due, is);
    return [{ ...wholeRow(subject), field, expected: printed(due), found: printed(is) }];
  });
}

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function printed(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function wholeRow(subject: string): Unproved {
  const [, edition = null] = /^(?:editions|edition_events):(\d+)$/.exec(subject) ?? [];
  return { subject, edition, field: null, expected: null, found: null };
}

function unknownRow(subject: string): Unproved {
  return { ...wholeRow(subject), expected: 'named in the trail', found: 'in no entry of it' };
}

async function holdAnchors(read: ReadRecord, anchors: readonly ChainHead[]): Promise<AnchorsVerdict> {
  const lost = await read((record) => record.lost(anchors));
  const head = await read((record) => record.head());
  const [first] = lost;
  if (first === undefined) return { held: anchors.length, lost: 0, first: null };
  const how = head === null || BigInt(head.sequence) < BigInt(first.sequence) ? 'cut' : 'rewritten';
  return { held: anchors.length - lost.length, lost: lost.length, first: { ...first, how } };
}

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { newKey } from '../ask/new-key';
import type { DraftPartsFragment } from '../generated/graphql';
import type { TypedContent } from './typed-content';

/** Whose draft it is: kept apart for each account, so that nobody finds another's words on the same machine. */
export interface DraftOwner {
  readonly accountId: string;
  readonly agencyId: string;
  readonly year: number;
}

/** The draft as one page of the browser has it. */
export interface LocalDraft extends DraftOwner {
  /** Of the page that has it on its desk. */
  readonly id: string;
  /** Of who began it; the server tells what several pages of one account typed apart by it. */
  readonly page: string;
  readonly content: TypedContent;
  /** The server has this content. */
  readonly isSent: boolean;
  /** Given to the server, which has not answered: it may or may not have it. */
  readonly trying: TypedContent | null;
  /** The server's draft this was typed over. */
  readonly standing: DraftPartsFragment | null;
  /** Copies beside the server's draft that go with the next saving. */
  readonly settled: readonly string[];
  readonly filingKey: string;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly changedAt: number;
}

interface Shelves extends DBSchema {
  drafts: { key: string; value: LocalDraft };
}

/** Milliseconds a page that is just being left gets to let go of what it holds. */
const LETTING_GO = 1_000;

let opening: Promise<IDBPDatabase<Shelves>> | null = null;

function database(): Promise<IDBPDatabase<Shelves>> {
  opening ??= openDB<Shelves>('gongkai-drafts', 1, { upgrade: (shelves) => void shelves.createObjectStore('drafts', { keyPath: 'id' }) });
  return opening;
}

export function emptyDraft(owner: DraftOwner, content: TypedContent): LocalDraft {
  return {
    ...owner,
    ...{ id: newKey(), page: newKey(), content, isSent: true, trying: null, standing: null, settled: [], filingKey: newKey() },
    changedAt: Date.now(),
  };
}

/** Rejects where this browser keeps nothing, or has no room left. */
export async function shelve(draft: LocalDraft): Promise<void> {
  await (await database()).put('drafts', draft);
}

export async function unshelve(id: string): Promise<void> {
  await (await database()).delete('drafts', id);
}

/** What pages that are gone left of this draft, the latest first; what an open page still types in stays its own. */
export async function leftDrafts(owner: DraftOwner): Promise<readonly LocalDraft[]> {
  const all = await (await database()).getAll('drafts');
  const own = all.filter(
    ({ accountId, agencyId, year }) => accountId === owner.accountId && agencyId === owner.agencyId && year === owner.year,
  );
  const left = await Promise.all(own.map(async (draft) => ((await isHeld(draft)) ? [] : [withNotes(draft)])));
  return left.flat().sort((one, other) => Number(one.isSent) - Number(other.isSent) || other.changedAt - one.changedAt);
}

/** What was put on the shelf before there were notes has none. */
function withNotes({ content, trying, standing, ...draft }: LocalDraft): LocalDraft {
  const noted = (typed: TypedContent): TypedContent => ({ ...typed, notes: (typed as Partial<TypedContent>).notes ?? [] });
  const copies = standing?.copies.map((copy) => ({ ...copy, content: noted(copy.content) })) ?? [];
  return {
    ...draft,
    content: noted(content),
    trying: trying && noted(trying),
    standing: standing && { ...standing, content: noted(standing.content), copies },
  };
}

/** Takes everything off the shelf that the server has, e.g. as the account logs out of a machine that others use. A browser without a shelf has nothing. */
export async function clearSentDrafts(): Promise<void> {
  const shelves = await database().catch(() => null);
  if (shelves === null) return;
  for (const { id, isSent } of await shelves.getAll('drafts')) if (isSent) await shelves.delete('drafts', id);
}

/** Marks a draft as typed in by this page until the function that it answers is called, or the page is gone. */
export function hold(id: string): () => void {
  const held = new AbortController();
  if (canLock()) {
    const untilLetGo = () => new Promise<void>((done) => held.signal.addEventListener('abort', () => done()));
    void navigator.locks.request(lockOf(id), untilLetGo);
  }
  return () => held.abort();
}

/** False on plain HTTP, where the browser tells nobody what is held: a draft taken twice then meets itself as a conflict. */
async function isHeld({ id, isSent }: LocalDraft): Promise<boolean> {
  if (!canLock()) return false;
  const patience = isSent ? {} : { signal: AbortSignal.timeout(LETTING_GO) };
  try {
    return await navigator.locks.request(lockOf(id), isSent ? { ifAvailable: true } : patience, (lock) => lock === null);
  } catch {
    return true;
  }
}

const canLock = (): boolean => 'locks' in navigator;
const lockOf = (id: string): string => `gongkai-draft ${id}`;

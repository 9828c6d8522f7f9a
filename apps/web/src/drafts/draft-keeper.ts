import { ask } from '../ask/ask';
import { Fault } from '../ask/fault';
import { newKey } from '../ask/new-key';
import {
  DiscardDraftDocument,
  OpenDraftDocument,
  ReadIntoDraftDocument,
  RestoreDraftDocument,
  SaveDraftDocument,
  SubmitDraftDocument,
  type DraftPartsFragment,
  type RefusalWordsFragment,
  type SaveDraftMutation,
  type SaveDraftMutationVariables,
  type SubmitDraftMutation,
} from '../generated/graphql';
import { emptyDraft, type DraftOwner, type LocalDraft } from './draft-shelf';
import { NOTHING_SEEN, type DraftView, type Saving } from './draft-view';
import { LocalShelf } from './local-shelf';
import { besideTheirs, keptOnServer, leftCopy, meetServer } from './meet-server';
import { tellPages } from './tell-pages';
import type { TypedContent } from './typed-content';

/** Milliseconds of quiet before what was typed goes to the server, and how long it waits at most while typing goes on. */
const QUIET = 800;
const LONGEST_WAIT = 5_000;
/** Milliseconds before the next try where nobody answered, each time twice as long. */
const FIRST_TRY = 4_000;
const LAST_TRY = 60_000;
/** Milliseconds after which a server that does not answer counts as out of reach. */
const NO_ANSWER = 20_000;

export type DraftFiling = SubmitDraftMutation['submitDraft'];

/**
 * One draft on one page: what is typed is in the browser at once and on the server soon after, one saving at a time. Where it is not known whether
 * a saving arrived, the server's draft is read before anything is sent again.
 */
export class DraftKeeper {
  private view = NOTHING_SEEN;
  private local: LocalDraft | null = null;
  private readonly shelf: LocalShelf;
  private readonly watchers = new Set<() => void>();
  private isDoubtful = true;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private wait = FIRST_TRY;
  private isOpened = false;
  private isClosed = false;

  constructor(private readonly owner: DraftOwner) {
    this.shelf = new LocalShelf(owner, () => this.show({ isKeptHere: false }));
  }

  /** For React: calls back at every change. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly seen = (): DraftView => this.view;

  /** Shows what the browser has, then what the server has. Once more after `close` it looks again. */
  async open(): Promise<void> {
    this.isClosed = false;
    if (this.isOpened) return this.look();
    this.isOpened = true;
    const local = await this.shelf.take();
    if (local !== null) this.become(local, { revision: 1, saving: local.isSent ? 'opening' : 'waiting' });
    await this.sync();
  }

  /** Lets go of the draft; what is not sent yet is sent if it can be, else it waits in the browser. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.flush();
    if (!this.isClosed) return;
    clearTimeout(this.timer);
    this.shelf.letGo();
  }

  /** Reads what the server has now, e.g. when another page saved or the network is back. */
  async look(): Promise<void> {
    this.isDoubtful = true;
    await this.running;
    await this.sync();
  }

  /** The browser says that there is no network. */
  readonly lost = (): void => {
    if (this.local?.isSent === false && this.view.conflict === null) this.show({ saving: 'offline' });
  };

  change(content: TypedContent): void {
    if (this.local === null) return;
    const { saving: before, conflict } = this.view;
    const isTold = before === 'saving' || before === 'conflict' || before === 'signed_out';
    const saving = isTold ? before : navigator.onLine ? 'waiting' : 'offline';
    const told = conflict?.isMine === true ? { conflict: { ...conflict, yours: content } } : {};
    this.become({ ...this.local, content, isSent: false, changedAt: Date.now() }, { refusal: null, saving, ...told });
    this.waitingSince ??= Date.now();
    this.later(Math.max(0, Math.min(QUIET, this.waitingSince + LONGEST_WAIT - Date.now())));
  }

  /** Makes one of two versions: the other is no more than what somebody did not choose. */
  async settle(content: TypedContent): Promise<void> {
    const { conflict, revision } = this.view;
    if (conflict === null || this.local === null) return;
    const standing = conflict.isMine ? conflict.theirs : this.local.standing;
    const settled = [...this.local.settled, conflict.copy.id];
    const local = { ...this.local, content, standing, settled, isSent: false, changedAt: Date.now() };
    this.become(local, { conflict: null, saving: 'waiting', revision: revision + 1 });
    await this.flush();
  }

  /** Throws the draft away; a refusal where somebody changed it meanwhile. */
  discard(): Promise<RefusalWordsFragment | null> {
    return this.replace(async (draft) => (await ask(DiscardDraftDocument, draft)).discardDraft);
  }

  /** Brings back what was thrown away; what stands is thrown away in its place. */
  restore(thrownId: string): Promise<RefusalWordsFragment | null> {
    return this.replace(async (draft) => (await ask(RestoreDraftDocument, { ...draft, thrownId })).restoreDraft);
  }

  /** The content becomes what the file says; what was typed before can be brought back. */
  readFile(file: File): Promise<RefusalWordsFragment | null> {
    return this.replace(async (draft) => (await ask(ReadIntoDraftDocument, { input: { ...draft, file } })).readIntoDraft);
  }

  /** Files what is saved; null where it could not be saved first, the view says why. The same content again gives the same receipt. */
  async submit(): Promise<DraftFiling | null> {
    if (this.local?.standing?.version === 0) this.local = { ...this.local, isSent: false };
    await this.flush();
    const version = this.local?.standing?.version;
    if (this.local === null || version === undefined || this.view.saving !== 'saved') return null;
    const { agencyId, year } = this.owner;
    const filing = { agencyId, year, version, idempotencyKey: this.local.filingKey };
    const { submitDraft: answer } = await ask(SubmitDraftDocument, filing);
    const isFiled = answer.__typename === 'Submission';
    // A key that was used, also by a filing whose answer was lost, is for that filing alone.
    if (isFiled || answer.code === 'KEY_REUSED') this.local = { ...this.local, filingKey: newKey() };
    if (isFiled) {
      await this.shelf.clear();
      tellPages(this.owner);
    }
    return answer;
  }

  /** Saves what is typed, then lets the server make another draft of it; nothing is done where it could not be saved, the view says why. */
  private async replace(
    act: (draft: { agencyId: string; year: number; version: number }) => Promise<DraftPartsFragment | RefusalWordsFragment>,
  ): Promise<RefusalWordsFragment | null> {
    await this.flush();
    const version = this.local?.standing?.version;
    if (this.local?.isSent !== true || version === undefined) return null;
    const { agencyId, year } = this.owner;
    const answer = await act({ agencyId, year, version });
    if (answer.__typename === 'Refusal') return answer;
    this.begin(answer);
    tellPages(this.owner);
    return null;
  }

  /** Sends what is not sent yet, without waiting for a pause in typing. */
  private async flush(): Promise<void> {
    await this.running;
    if (this.local?.isSent === false) await this.sync();
  }

  private sync(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    this.waitingSince = null;
    try {
      if (this.isDoubtful && !(await this.read())) return;
      if (this.local?.isSent === false) await this.send(this.local);
      for (const left of this.shelf.left) await this.sendLeft(left);
      this.wait = FIRST_TRY;
      if (this.local?.isSent === false && this.view.saving === 'waiting') this.later(QUIET);
    } catch (fault) {
      this.failed(fault);
    }
  }

  /** False where the reader may not see the draft now. */
  private async read(): Promise<boolean> {
    const { accountId, agencyId, year } = this.owner;
    const { me, draft } = await ask(OpenDraftDocument, { agencyId, year }, AbortSignal.timeout(NO_ANSWER));
    if (me?.id !== accountId || !draft) {
      this.show({ saving: me?.id === accountId ? 'none' : 'signed_out' });
      return false;
    }
    this.isDoubtful = false;
    if (this.local === null) {
      this.begin(draft);
    } else {
      const isAnother = this.local.isSent && this.local.standing?.version !== draft.version;
      const local = meetServer(this.local, draft);
      const revision = isAnother ? this.view.revision + 1 : this.view.revision;
      this.become(local, { revision, fault: null, ...this.restOf(local) });
    }
    return true;
  }

  private async send(sent: LocalDraft): Promise<void> {
    this.show({ saving: this.view.conflict?.isMine ? 'conflict' : 'saving' });
    this.local = { ...sent, trying: sent.content };
    await this.shelf.put(this.local);
    this.isDoubtful = true;
    const { saveDraft: answer } = await ask(SaveDraftDocument, { input: savingOf(sent) }, AbortSignal.timeout(NO_ANSWER));
    this.isDoubtful = false;
    this.take(answer, sent.content);
  }

  private take(answer: SaveDraftMutation['saveDraft'], sent: TypedContent): void {
    if (this.local === null) return;
    if (answer.__typename === 'Draft') {
      const local = keptOnServer(this.local, sent, answer);
      this.become(local, { fault: null, ...this.restOf(local) });
      tellPages(this.owner);
    } else if (answer.__typename === 'DraftConflict') {
      const conflict = besideTheirs(this.local.content, answer.theirs, answer.yours);
      this.become({ ...this.local, trying: null }, { conflict, saving: 'conflict' });
    } else {
      this.become({ ...this.local, trying: null }, { refusal: answer, saving: isSignedOut(answer) ? 'signed_out' : 'refused' });
    }
  }

  /** What a page that is gone typed beside this one's goes to the server as a version of its own. */
  private async sendLeft(left: LocalDraft): Promise<void> {
    const { saveDraft: answer } = await ask(SaveDraftDocument, { input: savingOf(left) }, AbortSignal.timeout(NO_ANSWER));
    if (answer.__typename === 'Refusal') return;
    await this.shelf.drop(left);
    this.isDoubtful = true;
    this.later(QUIET);
  }

  private failed(fault: unknown): void {
    this.isDoubtful = true;
    const isOffline = fault instanceof Fault && fault.kind === 'offline';
    const saving: Saving = isOffline ? 'offline' : 'failed';
    this.show({ fault, ...(this.local?.isSent === true ? this.restOf(this.local) : { saving }) });
    this.later(this.wait);
    this.wait = Math.min(LAST_TRY, this.wait * 2);
  }

  /** The content is what the server's draft says. */
  private begin(draft: DraftPartsFragment): void {
    const local = { ...emptyDraft(this.owner, draft.content), standing: draft };
    this.become(local, { revision: this.view.revision + 1, fault: null, refusal: null, ...this.restOf(local) });
  }

  private restOf(local: LocalDraft): Pick<DraftView, 'saving' | 'conflict'> {
    const saving = local.isSent ? (local.standing?.version === 0 ? 'new' : 'saved') : 'waiting';
    return { saving, conflict: leftCopy(local) };
  }

  private become(local: LocalDraft, change: Partial<DraftView>): void {
    this.local = local;
    void this.shelf.put(local);
    this.show({ content: local.content, standing: local.standing, ...change });
  }

  private show(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    for (const watcher of this.watchers) watcher();
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.isClosed) this.timer = setTimeout(() => void this.sync(), milliseconds);
  }
}

const isSignedOut = ({ code }: RefusalWordsFragment): boolean => code === 'NOT_LOGGED_IN';

function savingOf({ agencyId, year, page, standing, content, settled }: LocalDraft): SaveDraftMutationVariables['input'] {
  if (standing === null) throw new Error('typed over no draft');
  const { version, life = null } = standing;
  return { agencyId, year, page, version, life, content, settled: [...settled] };
}

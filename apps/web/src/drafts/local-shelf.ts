import { newKey } from '../ask/new-key';
import { hold, leftDrafts, shelve, unshelve, type DraftOwner, type LocalDraft } from './draft-shelf';

/** The shelf of one page: what it types is put there at once, one writing at a time, the latest only. */
export class LocalShelf {
  private next: LocalDraft | null = null;
  private writing: Promise<void> | null = null;
  private id: string | null = null;
  private letGoOf: (() => void) | null = null;
  /** What other pages that are gone left unsent. */
  left: readonly LocalDraft[] = [];

  constructor(
    private readonly owner: DraftOwner,
    private readonly onTrouble: () => void,
  ) {}

  /** Takes what a page that is gone left, under a mark of this page's own; null where there is nothing, or the browser keeps nothing. */
  async take(): Promise<LocalDraft | null> {
    try {
      const [latest, ...others] = await leftDrafts(this.owner);
      for (const { id, isSent } of others) if (isSent) await unshelve(id);
      this.left = others.filter(({ isSent }) => !isSent);
      if (latest === undefined) return null;
      const taken = { ...latest, id: newKey() };
      await this.put(taken);
      await unshelve(latest.id);
      return taken;
    } catch {
      this.onTrouble();
      return null;
    }
  }

  /** Resolves when it is kept, or a later one is; never rejects: trouble is told once and for all. */
  put(draft: LocalDraft): Promise<void> {
    this.holdAs(draft.id);
    this.next = draft;
    this.writing ??= this.write().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  /** Nothing of this page stays in the browser. */
  async clear(): Promise<void> {
    await this.writing;
    if (this.id !== null) await unshelve(this.id).catch(this.onTrouble);
    this.letGo();
  }

  /** The server has one of those left by others. */
  async drop(draft: LocalDraft): Promise<void> {
    this.left = this.left.filter(({ id }) => id !== draft.id);
    await unshelve(draft.id).catch(this.onTrouble);
  }

  /** Another page may take it from now on. */
  letGo(): void {
    this.letGoOf?.();
    this.letGoOf = null;
    this.id = null;
  }

  private async write(): Promise<void> {
    while (this.next !== null) {
      const draft = this.next;
      this.next = null;
      await shelve(draft).catch(this.onTrouble);
    }
  }

  private holdAs(id: string): void {
    if (this.id === id) return;
    this.letGo();
    this.id = id;
    this.letGoOf = hold(id);
  }
}

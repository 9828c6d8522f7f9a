import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { client } from '../ask/client';
import { useReader } from '../frame/use-reader';
import type { DraftFilePartsFragment, DraftPartsFragment, RefusalWordsFragment } from '../generated/graphql';
import { DraftKeeper, type DraftFiling } from './draft-keeper';
import type { DraftView } from './draft-view';
import { hearPages } from './tell-pages';
import type { TypedContent } from './typed-content';

/** The one draft of an agency's year, as a page works on it. */
export interface DraftDesk extends DraftView {
  readonly savedAt: string | null;
  /** Name of who saved it. */
  readonly savedBy: string | null;
  readonly carried: DraftPartsFragment['carried'];
  /** The file it was read from, with what it says of each cell; null where all of it was typed. */
  readonly file: DraftFilePartsFragment | null;
  /** Cells that somebody typed (over what the file says, where there is one), as of the last saving. */
  readonly typed: DraftPartsFragment['typed'];
  /** What a return said of cells and this draft has to answer. */
  readonly respondsTo: DraftPartsFragment['respondsTo'];
  /** What can be brought back, latest first. */
  readonly thrown: DraftPartsFragment['thrown'];
  /** Null until it is known. */
  readonly may: DraftPartsFragment['may'] | null;
  /** The whole content after each change; it need not wait for anything. */
  readonly change: (content: TypedContent) => void;
  /** Makes one version of the two of `conflict`. */
  readonly settle: (content: TypedContent) => Promise<void>;
  /** Throws the draft away. A refusal where that was not done; null and no new `revision` where it could not be saved first. Rejects with a `Fault`. */
  readonly discard: () => Promise<RefusalWordsFragment | null>;
  /** Brings back one of `thrown`; answers like `discard`. */
  readonly restore: (thrownId: string) => Promise<RefusalWordsFragment | null>;
  /** Reads a file into the draft: its cells and sections become the content. Answers like `discard`. */
  readonly readFile: (file: File) => Promise<RefusalWordsFragment | null>;
  /** Saves and files. Null where it could not be saved first: `saving` says why. Rejects with a `Fault`; once more files once. */
  readonly submit: () => Promise<DraftFiling | null>;
  /** Tries now what waits for a network, a log-in or a repair. */
  readonly retry: () => void;
}

/** Opens the draft for the reader of the page, keeps it while the page shows it, and lets it go after. */
export function useDraft(agencyId: string, year: number): DraftDesk {
  const accountId = useReader().me?.id ?? '';
  const keeper = useKeeper(accountId, agencyId, year);
  const view = useSyncExternalStore(keeper.watch, keeper.seen);
  return useMemo(
    () => ({
      ...view,
      savedAt: view.standing?.savedAt ?? null,
      savedBy: view.standing?.savedBy ?? null,
      carried: view.standing?.carried ?? [],
      file: view.standing?.file ?? null,
      typed: view.standing?.typed ?? [],
      respondsTo: view.standing?.respondsTo ?? [],
      thrown: view.standing?.thrown ?? [],
      may: view.standing?.may ?? null,
      change: (content) => keeper.change(content),
      settle: (content) => keeper.settle(content),
      discard: () => keeper.discard(),
      restore: (thrownId) => keeper.restore(thrownId),
      readFile: (file) => keeper.readFile(file),
      submit: () => submitted(keeper),
      retry: () => void keeper.look(),
    }),
    [keeper, view],
  );
}

async function submitted(keeper: DraftKeeper): Promise<DraftFiling | null> {
  const answer = await keeper.submit();
  if (answer?.__typename === 'Submission') await client.invalidateQueries();
  return answer;
}

/** Looks again when the network is back, when the page comes to the front, and when another page saved. */
function useKeeper(accountId: string, agencyId: string, year: number): DraftKeeper {
  const keeper = useMemo(() => new DraftKeeper({ accountId, agencyId, year }), [accountId, agencyId, year]);
  useEffect(() => {
    const look = (): void => void keeper.look();
    const lookInFront = (): void => (document.visibilityState === 'visible' ? look() : undefined);
    void keeper.open();
    window.addEventListener('online', look);
    window.addEventListener('offline', keeper.lost);
    document.addEventListener('visibilitychange', lookInFront);
    const stopHearing = hearPages({ accountId, agencyId, year }, look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', keeper.lost);
      document.removeEventListener('visibilitychange', lookInFront);
      stopHearing();
      void keeper.close();
    };
  }, [keeper, accountId, agencyId, year]);
  return keeper;
}

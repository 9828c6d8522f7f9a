import { useEffect, useMemo, type RefObject } from 'react';
import type { EntryActs } from './EntryTables';

/** After this long without a key, in milliseconds, an open editor's text is told: telling it with every key would hold up the next. */
const PAUSE_MS = 250;

interface TypingTold {
  readonly later: (cell: string, text: string) => void;
  /** The editor has closed with a text, or was given up (null): then what was told of it is taken back. */
  readonly over: (cell: string, text: string | null) => void;
  /** Tells at once what waits. */
  readonly now: () => void;
  /** Forgets what waits. */
  readonly stop: () => void;
}

/** Tells what an open editor says when its typist pauses, and at once when the page goes. */
export function useTypingTold(acts: RefObject<EntryActs>): TypingTold {
  const told = useMemo(() => tellTyping(acts), [acts]);
  useEffect(() => {
    window.addEventListener('pagehide', told.now);
    return () => {
      window.removeEventListener('pagehide', told.now);
      told.stop();
    };
  }, [told]);
  return told;
}

function tellTyping(acts: RefObject<EntryActs>): TypingTold {
  let waiting: { readonly timer: number; readonly tell: () => void } | null = null;
  let isTold = false;
  const stop = (): void => {
    if (waiting !== null) window.clearTimeout(waiting.timer);
    waiting = null;
  };
  const now = (): void => {
    const tell = waiting?.tell;
    stop();
    tell?.();
  };
  const later = (cell: string, text: string): void => {
    stop();
    const tell = (): void => {
      isTold = true;
      acts.current.typing(cell, text);
    };
    waiting = { timer: window.setTimeout(now, PAUSE_MS), tell };
  };
  const over = (cell: string, text: string | null): void => {
    stop();
    if (text === null && isTold) acts.current.typing(cell, null);
    isTold = false;
  };
  return { later, over, now, stop };
}

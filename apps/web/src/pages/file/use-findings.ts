import type { Finding } from '@gongkai/model';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { DeskToCheck } from './check-desk';

/** Findings as they come from the worker: always whole, perhaps of a moment ago. */
export interface RunningFindings {
  /** Null before the first answer. */
  readonly findings: readonly Finding[] | null;
  /** What stands on the desk was not looked at yet. */
  readonly isPending: boolean;
  /** The worker could not be started or broke down: filing still checks. */
  readonly isBroken: boolean;
}

interface Checking {
  readonly worker: Worker;
  /** One is on its way; what came after waits, the latest only. */
  isBusy: boolean;
  next: DeskToCheck | null;
}

/** Checks what stands on the desk in a thread of its own and shows the answer between keys, so that none waits for it; null while it is not known yet. */
export function useFindings(asked: DeskToCheck | null): RunningFindings {
  const [answer, setAnswer] = useState<{ readonly findings: readonly Finding[]; readonly isLatest: boolean } | null>(null);
  const [isBroken, setBroken] = useState(false);
  const checking = useRef<Checking | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' });
    const own: Checking = { worker, isBusy: false, next: null };
    checking.current = own;
    worker.onmessage = ({ data }: MessageEvent<readonly Finding[]>) => {
      own.isBusy = false;
      const isLatest = own.next === null;
      startTransition(() => setAnswer({ findings: data, isLatest }));
      ask(own);
    };
    worker.onerror = () => setBroken(true);
    return () => worker.terminate();
  }, []);
  useEffect(() => {
    if (asked === null || checking.current === null) return;
    checking.current.next = asked;
    setAnswer((before) => (before?.isLatest === true ? { ...before, isLatest: false } : before));
    ask(checking.current);
  }, [asked]);
  return { findings: answer?.findings ?? null, isPending: !isBroken && answer?.isLatest !== true, isBroken };
}

function ask(checking: Checking): void {
  if (checking.isBusy || checking.next === null) return;
  checking.isBusy = true;
  checking.worker.postMessage(checking.next);
  checking.next = null;
}

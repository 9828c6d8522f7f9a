import { useSyncExternalStore } from 'react';

let isReached = true;
const watchers = new Set<() => void>();

/** Said by every request: whether anybody answered. */
export function tellReach(reached: boolean): void {
  if (reached === isReached) return;
  isReached = reached;
  for (const watcher of watchers) watcher();
}

/** Whether the platform could be reached the last time it was asked, and the browser says that there is a network. */
export function useReach(): boolean {
  return useSyncExternalStore(watch, () => isReached);
}

function watch(watcher: () => void): () => void {
  const lost = (): void => tellReach(false);
  const back = (): void => tellReach(true);
  watchers.add(watcher);
  window.addEventListener('offline', lost);
  window.addEventListener('online', back);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', back);
  };
}

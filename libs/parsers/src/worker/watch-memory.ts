const MEGABYTE = 1024 * 1024;
/** Milliseconds between two looks. */
const INTERVAL = 50;
/** Looks after one was given up, in which its memory comes back. */
const REST = 10;
/** What the programs of a thread take for themselves, in megabytes. */
const PROGRAMS = 128;

/** What is watched while it is worked on. */
interface Watched {
  readonly megabytes: number;
  /** Of several the one with the highest rank is given up first, and of these the latest. */
  readonly rank: number;
  readonly giveUp: () => void;
}

const watches: (Watched & { least: number })[] = [];
let timer: NodeJS.Timeout | undefined;
let resting = 0;

/**
 * Gives up a work once the memory of the process has grown by more than all works together may take. V8's own limit sees objects only; inflated
 * streams lie outside of it, and no program can say to which thread they belong. Returns what ends the watch.
 */
export function watchMemory(watched: Watched): () => void {
  const watch = { ...watched, least: process.memoryUsage.rss() };
  watches.push(watch);
  timer ??= setInterval(look, INTERVAL);
  return () => {
    watches.splice(watches.indexOf(watch), 1);
    if (watches.length > 0) return;
    clearInterval(timer);
    timer = undefined;
    resting = 0;
  };
}

function look(): void {
  const now = process.memoryUsage.rss();
  for (const watch of watches) watch.least = Math.min(watch.least, now);
  if (resting > 0) {
    resting -= 1;
    return;
  }
  const allowed = watches.reduce((sum, { megabytes }) => sum + megabytes + PROGRAMS, 0) * MEGABYTE;
  if (!watches.some(({ least }) => now - least > allowed)) return;
  resting = REST;
  const highest = Math.max(...watches.map(({ rank }) => rank));
  watches.findLast(({ rank }) => rank === highest)?.giveUp();
}

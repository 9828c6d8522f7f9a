const MEGABYTE = 1024 * 1024;
/** Milliseconds between two looks. */
const INTERVAL = 50;
/** What the programs of a thread take for themselves, in megabytes. */
const PROGRAMS = 128;
let reading = 0;

/**
 * Calls `giveUp` once the memory of the process has grown by more than `megabytes` for every file that is being read. V8's own limit sees objects
 * only; inflated streams lie outside of it, and no program can say to which thread they belong. Returns what ends the watch.
 */
export function watchMemory(megabytes: number, giveUp: () => void): () => void {
  let least = process.memoryUsage.rss();
  reading += 1;
  const timer = setInterval(() => {
    const now = process.memoryUsage.rss();
    least = Math.min(least, now);
    if (now - least > (megabytes + PROGRAMS) * MEGABYTE * reading) giveUp();
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    reading -= 1;
  };
}

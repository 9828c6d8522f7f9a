/** Lets `most` works run at once and `waiting` stand in line; a work that finds no place is not begun and null is returned. */
export function takeTurns(most: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  const line: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) {
      if (line.length >= waiting) return null;
      await new Promise<void>((begin) => line.push(begin));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** Gives what comes of each item in the order of the items, `most` of them being worked on at once. */
export async function* readAhead<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const line: Promise<Result>[] = [];
  for (const item of items) {
    const begun = work(item);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    begun.catch(() => undefined);
    line.push(begun);
    const first = line.length < most ? undefined : line.shift();
    if (first !== undefined) yield await first;
  }
  for (const left of line) yield await left;
}

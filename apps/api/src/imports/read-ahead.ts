/** A work that was begun, with what it is for; it may still fail. */
interface Begun<Item, Result> {
  readonly item: Item;
  readonly result: Promise<Result>;
}

/** Begins the work on each item in their order, `most` at once; gives them on in the same order, the first as soon as the line is full. */
export function* readAhead<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Generator<Begun<Item, Result>, void, undefined> {
  const line: Begun<Item, Result>[] = [];
  for (const item of items) {
    const result = work(item);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    result.catch(() => undefined);
    line.push({ item, result });
    const first = line.length < most ? undefined : line.shift();
    if (first !== undefined) yield first;
  }
  yield* line;
}

/** Works on items at once, `most` of them under way or waiting to be taken, and gives the results in the order of the items. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Awaited in its turn; until then its failure is no unhandled one.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= most) yield* next(underWay);
  }
  while (underWay.length > 0) yield* next(underWay);
}

async function* next<Result>(underWay: Promise<Result>[]): AsyncGenerator<Result, void, undefined> {
  const first = underWay.shift();
  if (first !== undefined) yield await first;
}

import { setTimeout } from 'node:timers/promises';
import { inOrder } from './in-order';

async function* items(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item += 1) yield item;
}

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of results) all.push(each);
  return all;
}

describe('inOrder', () => {
  it('gives results in the order of the items, though the first takes longest', async () => {
    const finished: number[] = [];
    const work = async (item: number): Promise<number> => {
      await setTimeout(item === 0 ? 30 : 1);
      finished.push(item);
      return item;
    };
    expect(await collect(inOrder(items(5), 3, work))).toEqual([0, 1, 2, 3, 4]);
    expect(finished.indexOf(0)).toBeGreaterThan(0);
  });

  it('never has more under way than it may', async () => {
    let [now, most] = [0, 0];
    const work = async (item: number): Promise<number> => {
      now += 1;
      most = Math.max(most, now);
      await setTimeout(2);
      now -= 1;
      return item;
    };
    expect(await collect(inOrder(items(20), 4, work))).toHaveLength(20);
    expect(most).toBe(4);
  });

  it('passes a failure on in its turn', async () => {
    const seen: number[] = [];
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error('third');
      return item;
    };
    await expect(
      (async () => {
        for await (const each of inOrder(items(9), 3, work)) seen.push(each);
      })(),
    ).rejects.toThrow('third');
    expect(seen).toEqual([0, 1]);
  });
});

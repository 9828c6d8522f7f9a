import { readAhead } from './read-ahead';

describe('readAhead', () => {
  it('gives works on in the order of their items, so many begun before the first is waited for', async () => {
    const begun: number[] = [];
    const seen: unknown[] = [];
    const works = readAhead([1, 2, 3, 4], 2, (item) => {
      begun.push(item);
      return Promise.resolve(item * 10);
    });
    for (const { item, result } of works) seen.push([item, await result, [...begun]]);
    expect(seen).toEqual([
      [1, 10, [1, 2]],
      [2, 20, [1, 2, 3]],
      [3, 30, [1, 2, 3, 4]],
      [4, 40, [1, 2, 3, 4]],
    ]);
  });

  it('leaves a failure to whoever waits for that work', async () => {
    const works = [...readAhead([1, 2], 2, (item) => (item === 1 ? Promise.resolve(1) : Promise.reject(new Error('two'))))];
    expect(await works[0]!.result).toBe(1);
    await expect(works[1]!.result).rejects.toThrow('two');
  });
});

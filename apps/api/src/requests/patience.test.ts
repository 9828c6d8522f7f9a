import { Patience } from './patience';

const WAIT_MS = 1_000;

describe('patience', () => {
  const timeOf = async (act: Promise<void>): Promise<number> => {
    const since = performance.now();
    await act;
    return performance.now() - since;
  };

  it('tells the first refusals at once and further ones slowly, each name by itself', async () => {
    const patience = new Patience({ atOnce: 2, windowMs: 60_000, waitMs: WAIT_MS });
    expect(await timeOf(Promise.all(['a', 'a', 'b'].map((whom) => patience.refuse(whom))).then(() => undefined))).toBeLessThan(WAIT_MS);
    expect(await timeOf(patience.refuse('a'))).toBeGreaterThanOrEqual(WAIT_MS - 2);
    expect(await timeOf(patience.refuse('b'))).toBeLessThan(WAIT_MS);
  });

  it('forgets after the window', async () => {
    const patience = new Patience({ atOnce: 1, windowMs: 500, waitMs: WAIT_MS });
    patience.count('a');
    expect(await timeOf(patience.before('a'))).toBeGreaterThanOrEqual(WAIT_MS - 2);
    expect(await timeOf(patience.before('a'))).toBeLessThan(WAIT_MS);
  });

  it('of those who are not waited for nothing is told: another name goes on', async () => {
    const patience = new Patience({ atOnce: 0, windowMs: 60_000, waitMs: WAIT_MS });
    expect(await timeOf(patience.before('never refused'))).toBeLessThan(WAIT_MS);
  });
});

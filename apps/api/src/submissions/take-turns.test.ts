import { takeTurns } from './take-turns';

describe('taking turns', () => {
  it('runs so many at once, lets so many wait, and turns the rest away', async () => {
    const inTurn = takeTurns(2, 3);
    let running = 0;
    let most = 0;
    const work = async (): Promise<string> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return 'done';
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => inTurn(work)));
    expect(most).toBe(2);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(5);
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
    expect(await inTurn(work)).toBe('done');
  });

  it('gives a turn on after a work that fails', async () => {
    const inTurn = takeTurns(1, 1);
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn(() => Promise.resolve(1))).toBe(1);
  });
});

import { attackNames } from './attacks';
import { runAttacks } from './run-attacks';

jest.setTimeout(300_000);

/** A short one: what takes long is given up soon. */
const ENV = { GONGKAI_READING_SECONDS: '2' };

describe('attacks on the platform', () => {
  it('are refused, every one, while the platform goes on and others are answered', async () => {
    const attacks = attackNames();
    const figures = await runAttacks({ attacks, seconds: 0, connections: 1, agencies: 2, seeded: false, env: ENV, say: () => undefined });
    expect(figures.map(({ attack }) => attack)).toEqual(attacks);
    expect(figures.filter(({ died, refusedWith }) => died || refusedWith.includes('nothing'))).toEqual([]);
    const failed = figures.filter(({ attacked: { dashboard, filing } }) => dashboard.failed.length + filing.failed.length > 0);
    expect(failed).toEqual([]);
  });
});

import { attacksNamed } from './attacks';
import { runAttacks } from './run-attacks';

jest.setTimeout(180_000);

describe('attacks on the platform', () => {
  it('are refused, every one, while the platform goes on and others are answered', async () => {
    const attacks = attacksNamed();
    const figures = await runAttacks({ attacks, seconds: 0, connections: 2, agencies: 4, seeded: false, say: () => undefined });
    const [baseline, ...attacked] = figures;
    expect(baseline).toMatchObject({ died: false, dashboard: { failed: [] }, filing: { failed: [] } });
    expect(attacked.map(({ attack }) => attack)).toEqual([...attacks.keys()]);
    expect(attacked.filter(({ died, refusedWith }) => died || refusedWith.includes('nothing'))).toEqual([]);
    expect(attacked.filter(({ dashboard, filing }) => dashboard.failed.length + filing.failed.length > 0)).toEqual([]);
  });
});

import { runChaos } from './run-chaos';

jest.setTimeout(120_000);

describe('kill -9 in the middle of many filings', () => {
  it('loses no acknowledged filing, keeps none twice, tells each once, and leaves sums and trail whole', async () => {
    const figures = await runChaos({ agencies: 30, kills: 3, say: () => undefined });
    expect(figures).toMatchObject({ missing: [], twice: [], torn: [], untold: [], auditBroken: null, rollupsDiffer: null });
    expect(figures).toMatchObject({ kills: { api: 2, postgres: 2 }, apiDeaths: 0 });
    expect(figures.editions).toBe(figures.filings);
    expect(figures.acknowledged).toBe(figures.filings);
    expect(figures.events).toBe(3 * figures.filings);
    expect(Math.min(...figures.inFlight)).toBeGreaterThan(0);
  });
});

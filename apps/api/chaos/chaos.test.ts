import { MISHAPS } from './mishaps';
import { runChaos } from './run-chaos';

jest.setTimeout(600_000);

const READY = { status: 200, database: 'ready', reads: true };
const READ_ONLY = { status: 200, database: 'read-only', reads: true };

describe('two apis over one database that are killed, find no room, are told a wrong time and held up, in the middle of many filings', () => {
  it('lose no acknowledged filing, keep none twice, tell each once, bring history in, and leave sums and trail whole', async () => {
    const figures = await runChaos({ agencies: 30, turns: MISHAPS.length, seed: 1, say: () => undefined });
    expect(figures).toMatchObject({ missing: [], twice: [], torn: [], untold: [], auditBroken: null, rollupsDiffer: null });
    expect(figures).toMatchObject({ misdated: [], notImported: [], apiDeaths: 0 });
    expect(figures.editions).toBe(figures.filings);
    expect(figures.acknowledged).toBe(figures.filings);
    expect(figures.events).toBe(3 * figures.filings);
    expect(figures.imported).toBe(figures.files);
    expect(Math.min(...figures.disturbances.map(({ inFlight }) => inFlight))).toBeGreaterThan(0);
    const heard = new Map(figures.disturbances.map(({ kind, heard: said }) => [kind, said]));
    expect(heard.get('full disk')).toEqual([READ_ONLY, READ_ONLY]);
    expect(heard.get('clock')).toMatchObject([{ status: 503, reads: true }]);
    expect(heard.get('held lock')).toEqual([READY, READY, READY, READY]);
    if (!figures.smallDisk)
      process.stdout.write('no small file system could be mounted: uploads and logs found room, the database alone did not\n');
  });
});

import { INDICATORS } from '@gongkai/catalogue';
import { demoCityServer } from './support/demo-city-server';

describe('a large workbook', () => {
  const here = demoCityServer();

  it('is written beside everything else: others are answered all the while', async () => {
    const region = here.raw[0]!.regionPath[0]!;
    const indicators = INDICATORS.map(({ code }) => code).join(',');
    const asked = new URLSearchParams({ indicators, region, from: '2019', to: '2024', group_by: 'agency' });
    const began = performance.now();
    let ended = 0;
    const workbook = fetch(`${here.server.address}/exports/series.xlsx?${asked}`).then(async (response) => {
      const content = await response.arrayBuffer();
      ended = performance.now();
      return { status: response.status, size: content.byteLength };
    });
    const answers = [began];
    while (ended === 0) {
      expect((await fetch(`${here.server.address}/health/live`)).status).toBe(200);
      answers.push(performance.now());
    }
    const { status, size } = await workbook;
    expect([status, size > 100_000]).toEqual([200, true]);
    const silences = answers.slice(1).map((at, place) => at - answers[place]!);
    // Held up by the writing, all others would wait for most of it.
    expect(Math.max(...silences)).toBeLessThan((ended - began) / 2);
  }, 120_000);
});

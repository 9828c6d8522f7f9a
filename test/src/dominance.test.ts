import { INDICATORS } from '@gongkai/catalogue';
import { type Indicator, divideFigures, readFigure } from '@gongkai/model';
import { demoCityServer } from './support/demo-city-server';
import { type ContributorsSeen, type ExplanationSeen, explainShares } from './support/explained-shares';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { startServer } from './support/running-server';
import type { CoverageSeen } from './support/series';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

/** Requests of natural persons, so many of them granted and the others denied. */
function requests(granted: number, denied: number): ReturnType<typeof typedCells> {
  const rows = { new_received: granted + denied, granted, denied_state_secret: denied, total_processed: granted + denied };
  const counts = Object.entries(rows).flatMap(([row, count]) =>
    ['natural_person', 'total'].map((of) => [`s3/${row}/${of}`, String(count)]),
  );
  return typedCells(Object.fromEntries(counts));
}

describe('a giant in a city', () => {
  const small = smallCityServer(['agency', 'neighbour', 'foreign', 'city']);
  const publish = async (who: 'agency' | 'neighbour' | 'foreign', year: number, cells: ReturnType<typeof typedCells>): Promise<void> => {
    const { server, city, cookies } = small;
    const sent = (await submit(server, cookies[who], { agencyId: city[who], year, cells, narrative: PLAIN_NARRATIVE })) as SubmissionSeen;
    await decide(server, cookies.city, 'acceptReport', sent.edition.id);
    await decide(server, cookies.city, 'publishReport', sent.edition.id);
  };
  const inCity = (indicator: string, more: object = {}): Promise<ExplanationSeen> =>
    explainShares(small.server, { indicator, scope: { regionId: small.city.city }, year: 2022, ...more });

  // 700 of 1000 requests reach one agency, which denies most of them; the others grant what they are asked for.
  beforeAll(async () => {
    await publish('agency', 2022, requests(70, 630));
    await publish('neighbour', 2022, requests(180, 20));
    await publish('foreign', 2022, requests(90, 10));
    await publish('neighbour', 2023, requests(5, 0));
    await publish('agency', 2024, typedCells());
    await publish('neighbour', 2024, typedCells());
  }, 90_000);

  const whole = (reported: number): object => ({ reported, leftOut: 0, leftOutBlank: 0, leftOutForm: 0 });

  it('is named in the headline of a sum, with its share and the sum with and without it', async () => {
    const { point, contributors } = await inCity('new_received');
    expect(point).toMatchObject({ value: '1000', coverage: { expected: 3, reported: 3 } });
    const { dominance, items } = contributors;
    expect(dominance).toMatchObject({ dominates: true, abovePercent: 50, share: { value: '0.700000' } });
    // 0.7² + 0.2² + 0.1²
    expect(dominance!.concentration).toBe('0.540000');
    expect(dominance!.largest).toEqual(items[0]);
    expect(dominance!.headline).toEqual({
      zh: '青禾县统计局一家占合计的 70.0%（超过 50%）：含其为 1000，去掉后为 300。',
      en: '青禾县统计局 alone makes 70.0% of the total (above 50%): 1000 with it, 300 without it.',
    });
    const lines = items.map((item) => [
      item.agency!.name,
      item.rank,
      item.value,
      ...[item.share, item.cumulativeShare, item.without].map(({ value }) => value),
    ]);
    expect(lines).toEqual([
      ['青禾县统计局', 1, '700', '0.700000', '0.700000', '300'],
      ['青禾县林业局', 2, '200', '0.200000', '0.900000', '800'],
      ['南川县统计局', 3, '100', '0.100000', '1.000000', '900'],
    ]);
    expect(items[0]!.without.coverage).toMatchObject({ expected: 2, missing: 0, ...whole(2) });
  });

  it('weighs its denominator in a ratio, whose parts are taken away from both sums', async () => {
    const { point, contributors } = await inCity('disclosure_rate');
    expect(point).toMatchObject({ value: '0.340000', numerator: '340', denominator: '1000' });
    expect(contributors.dominance).toMatchObject({ dominates: true, share: { value: '0.700000' } });
    expect(contributors.dominance!.headline.zh).toBe('青禾县统计局一家占分母的 70.0%（超过 50%）：含其为 0.340000，去掉后为 0.900000。');
    // Of the numerator it has 70 of 340, of the denominator 700 of 1000; the neighbour 180 and 200.
    expect(contributors.items).toMatchObject([
      {
        value: '0.100000',
        share: { value: '0.205882' },
        denominatorShare: { value: '0.700000' },
        cumulativeShare: { value: '0.700000' },
        without: { value: '0.900000', numerator: '270', denominator: '300' },
      },
      {
        value: '0.900000',
        share: { value: '0.529412' },
        denominatorShare: { value: '0.200000' },
        cumulativeShare: { value: '0.900000' },
        without: { value: '0.200000', numerator: '160', denominator: '800' },
      },
      { without: { value: '0.277778', numerator: '250', denominator: '900' } },
    ]);
  });

  it('is a region where regions are asked for, with everybody in it', async () => {
    const { regions } = await inCity('new_received');
    expect(regions).toMatchObject({ total: 2, hidden: 0, dominance: { dominates: true, share: { value: '0.900000' } } });
    expect(regions!.dominance!.headline.zh).toBe('青禾县一家占合计的 90.0%（超过 50%）：含其为 1000，去掉后为 100。');
    expect(regions!.items).toMatchObject([
      { region: { name: '青禾县' }, value: '900', without: { value: '100', coverage: { expected: 1, ...whole(1) } } },
      { region: { name: '南川县' }, value: '100', without: { value: '900', coverage: { expected: 2, ...whole(2) } } },
    ]);
    const county = await inCity('new_received', { groupBy: 'region', group: small.city.county });
    expect(county.contributors.items.map(({ share }) => share.value)).toEqual(['0.777778', '0.222222']);
    expect(county.regions!.items).toMatchObject([{ region: { name: '青禾县' }, share: { value: '1.000000' } }]);
  });

  it('leaves nothing, not zero, where it is the only one', async () => {
    const { contributors } = await inCity('new_received', { year: 2023 });
    expect(contributors.items).toMatchObject([
      {
        share: { value: '1.000000' },
        without: { value: null, numerator: null, noValue: 'nobody_reported', coverage: { expected: 2, reported: 0, missing: 2 } },
      },
    ]);
    expect(contributors.dominance).toMatchObject({ concentration: '1.000000' });
    expect(contributors.dominance!.headline.zh).toContain('去掉后没有数值');
  });

  it('has no share of a total of zero, and nobody is the largest there', async () => {
    const sum = (await inCity('new_received', { year: 2024 })).contributors;
    const none = { value: null, noShare: 'total_zero' };
    expect(sum.dominance).toBeNull();
    expect(sum.items).toMatchObject([
      { rank: 1, value: '0', share: none, cumulativeShare: none, without: { value: '0' } },
      { rank: 1, value: '0', share: none, cumulativeShare: none, without: { value: '0' } },
    ]);
    const ratio = await inCity('disclosure_rate', { year: 2024 });
    expect(ratio.point.value).toBeNull();
    expect(ratio.contributors.items[0]).toMatchObject({
      value: null,
      denominatorShare: none,
      without: { value: null, noValue: 'denominator_zero', numerator: '0', denominator: '0' },
    });
  });

  it('is among those the filters leave, and sums that mean nothing are refused', async () => {
    const { agency, neighbour, foreign } = small.city;
    const others = await inCity('new_received', { filter: { agencyIds: [neighbour, foreign] } });
    expect(others.contributors.dominance!.headline.zh).toBe('青禾县林业局一家占合计的 66.7%（超过 50%）：含其为 300，去掉后为 100。');
    const granted = await inCity('total_processed', { groupBy: 'outcome', group: 'granted' });
    expect(granted.contributors.items.map(({ value, share }) => `${value} ${share.value}`)).toEqual([
      '180 0.529412',
      '90 0.264706',
      '70 0.205882',
    ]);
    const alone = await inCity('new_received', { scope: { agencyId: agency } });
    expect(alone).toMatchObject({ regions: null, contributors: { total: 1, dominance: { share: { value: '1.000000' } } } });
    expect((await inCity('new_received', { view: 'today' })).regions).toBeNull();
    expect(await inCity('new_received', { filter: { kinds: ['GOVERNMENT'] } })).toMatchObject({ code: 'NOT_ADDITIVE' });
    expect(await inCity('new_received', { groupBy: 'region', group: '9' })).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is the same on every page, and dominates by the bound the platform sets', async () => {
    const all = await inCity('new_received');
    const second = await inCity('new_received', { first: 1, after: '1' });
    expect(second.contributors).toMatchObject({ items: [all.contributors.items[1]], after: '2', dominance: all.contributors.dominance });
    const lenient = await startServer(small.database.url, { GONGKAI_DOMINANT_ABOVE: '70' });
    const asked = { indicator: 'new_received', scope: { regionId: small.city.city }, year: 2022 };
    const { dominance } = (await explainShares(lenient, asked)).contributors;
    await lenient.stop();
    expect(dominance).toMatchObject({ dominates: false, abovePercent: 70 });
    expect(dominance!.headline.zh).toContain('70.0%（未超过 70%）');
  });
});

describe('contributions in the demo city', () => {
  const demo = demoCityServer();
  const whole = (figure: string, { unit }: Indicator): bigint => readFigure(figure, unit === 'share' ? 'request' : unit)!;
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((so, amount) => so + amount, 0n);

  /** What is left, by hand: both sums without the part, the coverage without the contributor. */
  function expectHonest(indicator: Indicator, { point }: ExplanationSeen, { items, total, hidden, after }: ContributorsSeen): void {
    expect([indicator.code, hidden, after, total]).toEqual([indicator.code, 0, null, items.length]);
    if (point.numerator === null) return;
    const isShare = indicator.unit === 'share';
    const all = { n: whole(point.numerator, indicator), d: isShare ? whole(point.denominator!, indicator) : 1n };
    const parts = items.map(({ numerator, denominator }) => ({
      n: whole(numerator, indicator),
      d: isShare ? whole(denominator!, indicator) : 1n,
    }));
    expect(sum(parts.map(({ n }) => n))).toBe(all.n);
    if (isShare) expect(sum(parts.map(({ d }) => d))).toBe(all.d);
    const weights = parts.map(({ n, d }) => (isShare ? d : n));
    const weight = sum(weights);
    items.forEach((item, at) => {
      const { n, d } = parts[at]!;
      const { without } = item;
      expect(item.rank).toBe(1 + weights.filter((other) => other > weights[at]!).length);
      expect(item.share.value).toBe(all.n === 0n ? null : divideFigures(n, all.n));
      expect(item.cumulativeShare.value).toBe(weight === 0n ? null : divideFigures(sum(weights.slice(0, at + 1)), weight));
      expect(without.coverage.missing).toBe(without.coverage.expected - without.coverage.reported);
      expect(without.coverage.leftOut).toBe(without.coverage.leftOutBlank + without.coverage.leftOutForm);
      if (without.coverage.reported === without.coverage.leftOut) {
        expect([without.value, without.numerator]).toEqual([null, null]);
        return;
      }
      expect(whole(without.numerator!, indicator)).toBe(all.n - n);
      if (isShare) {
        expect(whole(without.denominator!, indicator)).toBe(all.d - d);
        expect(without.value).toBe(all.d === d ? null : divideFigures(all.n - n, all.d - d));
      } else expect(without.value).toBe(without.numerator);
    });
    if (weight > 0n) expect(items.at(-1)!.cumulativeShare.value).toBe('1.000000');
    // The number without a contributor is the series without it, coverage and all: of every indicator, the coverage parts add up.
    const gone = <Key extends keyof CoverageSeen>(key: Key): number =>
      items.reduce((so, { without }) => so + point.coverage[key] - without.coverage[key], 0);
    expect(gone('reported') - gone('leftOut')).toBe(point.coverage.reported - point.coverage.leftOut);
  }

  it.each([
    ['云岭市', 2019],
    ['云岭市', 2023],
    ['白榆县', 2022],
    ['雁回县', 2024],
  ])(
    'add up to %s of %i with what is left without them, for every indicator, by agency and by region',
    async (region, year) => {
      for (const indicator of INDICATORS) {
        const seen = await explainShares(demo.server, { indicator: indicator.code, scope: { regionId: demo.regions[region] }, year });
        expectHonest(indicator, seen, seen.contributors);
        expectHonest(indicator, seen, seen.regions!);
      }
    },
    120_000,
  );

  it('leave what the series says of the others alone', async () => {
    const scope = { regionId: demo.regions['云岭市']! };
    for (const code of ['new_received', 'disclosure_rate', 'review_total']) {
      const seen = await explainShares(demo.server, { indicator: code, scope, year: 2021 });
      const below = await demo.database.owner.query<{ id: string; name: string }>(
        `SELECT agency_id::text AS id, agency_name AS name FROM reports WHERE year = 2021 AND region_path @> ARRAY[$1::bigint]`,
        [scope.regionId],
      );
      const name = seen.contributors.items[0]!.agency!.name;
      const agencyIds = below.rows.filter((one) => one.name !== name).map(({ id }) => id);
      const { point } = await explainShares(demo.server, { indicator: code, scope, year: 2021, filter: { agencyIds } });
      expect(seen.contributors.items[0]!.without).toMatchObject(point);
    }
  });
});

import { indicatorOf } from '@gongkai/catalogue';
import { trendOption } from '@gongkai/charts';
import type { SeriesPoint } from '@gongkai/model';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { importSheetOf } from './support/import-sheet';
import { type SeriesRequest, askSeries, peopleOf, series, seriesRows } from './support/series';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

type Who = 'agency' | 'neighbour' | 'foreign';
type Cells = Readonly<Record<string, string>>;

/** Requests of natural persons, so many of them granted and the others denied. */
function requests(granted: number, denied: number): Cells {
  const rows = { new_received: granted + denied, granted, denied_state_secret: denied, total_processed: granted + denied };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, count]) => ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, String(count)])),
  );
}

/** The same with totals printed and every detail of the applicants blank. */
function totalsOnly(cells: Cells): Cells {
  const details = typedCells().filter(({ cell }) => cell.startsWith('s3/') && !cell.endsWith('/total'));
  return { ...cells, ...Object.fromEntries(details.map(({ cell }) => [cell, ''])) };
}

describe('figures that cannot lie', () => {
  const small = smallCityServer(['agency', 'neighbour', 'foreign', 'city']);
  const publish = async (who: Who, year: number, cells: Cells): Promise<void> => {
    const { server, city, cookies } = small;
    const filing = { agencyId: city[who], year, cells: typedCells(cells), narrative: PLAIN_NARRATIVE };
    const sent = (await submit(server, cookies[who], filing)) as SubmissionSeen;
    await decide(server, cookies.city, 'acceptReport', sent.edition.id);
    await decide(server, cookies.city, 'publishReport', sent.edition.id);
  };
  const importSheet = (agencyName: string, year: number, cells: Cells): Promise<void> =>
    importSheetOf(small.server, small.cookies.city, { agencyName, year, cells });
  beforeAll(async () => {
    await publish('agency', 2021, requests(3, 1));
    await publish('neighbour', 2021, requests(10, 10));
    await publish('foreign', 2021, requests(50, 0));
    // One is silent in 2022, and nobody reports on 2023.
    await publish('agency', 2022, { ...requests(6, 2), 's2/normative_documents/in_force_count': '7' });
    await importSheet('青禾县林业局', 2022, totalsOnly(requests(20, 0)));
  }, 90_000);

  const asked = (indicators: readonly string[], more: Partial<SeriesRequest> = {}): SeriesRequest => ({
    indicators,
    scope: { regionId: small.city.city },
    years: { from: 2021, to: 2023 },
    ...more,
  });

  it('shows two of three and a gap: in the answer, in the file and in the chart', async () => {
    const { server, city } = small;
    const [row] = await seriesRows(server, asked(['new_received']));
    expect(row!.points.map(({ value, noValue, coverage }) => [value, noValue, `${coverage.reported}/${coverage.expected}`])).toEqual([
      ['74', null, '3/3'],
      ['28', null, '2/3'],
      [null, 'nobody_reported', '0/3'],
    ]);
    const file = await (
      await fetch(`${server.address}/exports/series.csv?indicators=new_received&region=${city.city}&from=2021&to=2023`)
    ).text();
    const lines = file.trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(5, 8))).toEqual([
      ['2021', '74', ''],
      ['2022', '28', ''],
      ['2023', '', 'nobody_reported'],
    ]);
    const rows = row!.points.map((point) => ({ ...point, indicator: 'new_received', group: null }) as unknown as SeriesPoint);
    const option = trendOption({ rows, indicators: [indicatorOf('new_received')], language: 'zh' });
    const drawn = (option.series as { id: string; data: ({ value: number } | null)[] }[]).filter(({ id }) => id.includes(':run:'));
    expect(drawn.map(({ data }) => data.map((item) => (item === null ? null : item.value)))).toEqual([[74, 28, null]]);
    expect(JSON.stringify(option.xAxis)).toContain('2023');
  });

  it('makes no share of figures from different agencies where totals are printed and details blank', async () => {
    const { server, city } = small;
    const points = await series(server, asked(['new_received', 'applicants_natural_person'], { years: { from: 2022, to: 2022 } }));
    expect(points.new_received![0]).toMatchObject({ value: '28', coverage: { leftOut: 0 } });
    expect(points.applicants_natural_person![0]).toMatchObject({
      value: '1.000000',
      numerator: '8',
      denominator: '8',
      coverage: { reported: 2, leftOut: 1, leftOutBlank: 1, leftOutForm: 0 },
    });
    const blank = { indicator: 'applicants_natural_person', scope: { regionId: city.city }, year: 2022, part: 'left_out_blank' };
    expect((await peopleOf(server, blank)).items.map(({ name }) => name)).toEqual(['青禾县林业局']);
    const parts = await series(server, asked(['new_received'], { groupBy: 'applicant', years: { from: 2022, to: 2022 } }));
    expect(parts['new_received@自然人']![0]).toMatchObject({ value: '8', coverage: { leftOut: 1 } });
  });

  it('changes with who is counted: of all reporters, or of those who answered in both years', async () => {
    const { server, city } = small;
    const change = async (panel: string, indicator = 'new_received') =>
      (await series(server, asked([indicator], { panel })))[indicator]![1]!.change;
    expect(await change('all_reporters')).toMatchObject({ difference: '-46', relative: '-0.621622', countedBefore: 3, countedNow: 2 });
    expect(await change('constant')).toMatchObject({ before: '24', now: '28', difference: '4', relative: '0.166667', countedNow: 2 });
    expect(await change('constant', 'applicants_natural_person')).toMatchObject({ before: '1.000000', now: '1.000000', countedNow: 1 });
    const panel = { indicator: 'new_received', scope: { regionId: city.city }, year: 2022 };
    const names = async (part: string) => (await peopleOf(server, { ...panel, part })).items.map(({ name }) => name);
    expect([await names('panel'), await names('panel_left'), await names('panel_joined')]).toEqual([
      ['青禾县林业局', '青禾县统计局'],
      ['南川县统计局'],
      [],
    ]);
  });

  it('adds years up where that has a meaning, and names what has one where it has none', async () => {
    const { server } = small;
    const over = async (indicator: string, overYears: string) => {
      const answer = await askSeries(server, asked([indicator], { overYears }));
      return answer.__typename === 'Refusal' ? answer : answer.series[0]!.overYears;
    };
    expect(await over('new_received', 'sum')).toMatchObject({
      value: '102',
      years: [2021, 2022],
      coverage: { expected: 9, reported: 5, missing: 4 },
    });
    expect(await over('disclosure_rate', 'ratio')).toMatchObject({ numerator: '89', denominator: '102', value: '0.872549' });
    expect(await over('normative_in_force', 'last')).toMatchObject({ value: '7', years: [2022], coverage: { expected: 3 } });
    for (const [indicator, by, offered] of [
      ['normative_in_force', 'sum', 'last'],
      ['carried_out', 'sum', 'last'],
      ['disclosure_rate', 'sum', 'ratio'],
      ['carry_rate', 'ratio', 'last'],
      ['new_received', 'ratio', 'sum'],
    ] as const) {
      const refused = await over(indicator, by);
      expect(refused).toMatchObject({
        code: 'NOT_ADDITIVE',
        message: { zh: expect.stringContaining('不可加'), en: expect.stringContaining(offered) },
      });
    }
  });

  it('marks shares of few with their interval', async () => {
    const { server, city } = small;
    const { disclosure_rate: alone } = await series(server, asked(['disclosure_rate'], { scope: { agencyId: city.agency } }));
    expect(alone![0]).toMatchObject({ value: '0.750000', denominator: '4', small: true, interval: { low: '0.300642', high: '0.954413' } });
    const { disclosure_rate: whole } = await series(server, asked(['disclosure_rate']));
    expect(whole![0]).toMatchObject({ denominator: '74', small: false });
  });

  it('parts by what the catalogue knows, filters by it, and refuses what it does not', async () => {
    const { server, city } = small;
    const one = async (more: Partial<SeriesRequest>, indicator = 'new_received') =>
      (await series(server, asked([indicator], more)))[indicator]?.[0]!.value;
    expect(await one({ filter: { agencyIds: [city.foreign] } })).toBe('50');
    expect(await one({ filter: { regionIds: [city.county] } })).toBe('24');
    expect(await one({ filter: { applicants: ['natural_person'] } })).toBe('74');
    expect(await one({ filter: { applicants: ['commercial_enterprise'] } })).toBe('0');
    expect(await one({ filter: { outcomes: ['denied'] } }, 'total_processed')).toBe('11');
    const groups = await seriesRows(server, asked(['total_processed'], { groupBy: 'outcome_group' }));
    expect(groups.map(({ group, points }) => [group!.key, points[0]!.value])).toEqual([
      ['granted', '63'],
      ['partially_granted', '0'],
      ['denied', '11'],
      ['unable', '0'],
      ['not_processed', '0'],
      ['other', '0'],
    ]);
    const code = async (more: Partial<SeriesRequest>, indicator = 'new_received') =>
      ((await askSeries(server, asked([indicator], more))) as { code?: string }).code;
    expect(await code({ groupBy: 'applicant' }, 'review_total')).toBe('BAD_REQUEST');
    expect(await code({ groupBy: 'outcome' })).toBe('BAD_REQUEST');
    expect(await code({ filter: { applicants: ['nobody'] } })).toBe('BAD_REQUEST');
    expect(await code({ filter: { kinds: ['GOVERNMENT'] } })).toBe('NOT_ADDITIVE');
    const page = await askSeries(server, asked(['new_received'], { groupBy: 'agency', first: 2 }));
    expect(page).toMatchObject({ total: 3, after: '2' });
    expect(await askSeries(server, asked(['new_received'], { groupBy: 'agency', first: 2, after: '2' }))).toMatchObject({
      total: 3,
      after: null,
    });
  });
});

import type { SeriesPoint } from '@gongkai/model';
import { seriesTable, type SeriesTableOrigin } from './series-table';
import { writeCsv, type Row } from './write-csv';

const origin: SeriesTableOrigin = {
  indicators: [
    { code: 'new_received', title: { zh: '新收申请', en: 'New requests' }, unit: 'request' },
    { code: 'disclosure_rate', title: { zh: '公开率', en: 'Disclosure rate' }, unit: 'share' },
  ],
  counted: 'published',
  edition: 'latest',
  asOf: null,
  view: 'as_reported',
  filter: null,
  generatedAt: '2026-03-01T09:00:00+08:00',
  scope: '云岭市',
};

const counted: SeriesPoint = {
  indicator: 'disclosure_rate',
  group: { key: 'r-7', name: '=澄岚区,"东"' },
  year: 2021,
  value: '0.666667',
  noValue: null,
  numerator: '2',
  denominator: '3',
  coverage: { expected: 13, reported: 12, late: 1, missing: 1, leftOut: 2, leftOutBlank: 1, leftOutForm: 1 },
  forms: ['gb2019_60', 'gb2021_30'],
  comparability: { verdict: 'note', reason: { zh: '其他处理由一行分为三行', en: 'One row became three' } },
  small: true,
  interval: { low: '0.207655', high: '0.938508' },
  restated: {
    first: '0.500000',
    firstNumerator: '1',
    firstDenominator: '2',
    since: '2026-02-01T01:00:00.000Z',
    reasonClasses: ['correction', 'late_addition'],
    reports: 1,
  },
  change: {
    comparability: { verdict: 'note', reason: null },
    over: 'constant',
    countedBefore: 9,
    countedNow: 9,
    before: '0.500000',
    now: '0.666667',
    difference: '0.166667',
    relative: null,
  },
};

const missing: SeriesPoint = {
  indicator: 'new_received',
  group: null,
  year: 2019,
  value: null,
  noValue: 'nobody_reported',
  numerator: null,
  denominator: null,
  coverage: { expected: 13, reported: 0, late: 0, missing: 13, leftOut: 0, leftOutBlank: 0, leftOutForm: 0 },
  forms: [],
  comparability: null,
  small: false,
  interval: null,
  restated: null,
  change: null,
};

async function rowsOf(points: readonly SeriesPoint[], from = origin): Promise<readonly Record<string, string | null>[]> {
  const { columns, rows } = seriesTable(points, from);
  const collected: Row[] = [];
  for await (const row of rows) collected.push(row);
  return collected.map((row) => Object.fromEntries(columns.map(({ title }, index) => [title, row[index]!])));
}

describe('seriesTable', () => {
  it('gives value, coverage, forms and comparability of a point', async () => {
    expect(await rowsOf([counted])).toEqual([
      {
        indicator: 'disclosure_rate',
        title_zh: '公开率',
        scope: '云岭市',
        group_key: 'r-7',
        group_name: '=澄岚区,"东"',
        year: '2021',
        value: '0.666667',
        no_value: null,
        unit: 'share',
        numerator: '2',
        denominator: '3',
        expected: '13',
        reported: '12',
        late: '1',
        missing: '1',
        left_out: '2',
        left_out_blank: '1',
        left_out_form: '1',
        forms: 'gb2019_60 gb2021_30',
        comparability: 'note',
        comparability_reason: '其他处理由一行分为三行',
        change_over: 'constant',
        change_counted_before: '9',
        change_counted_now: '9',
        change: '0.166667',
        change_relative: null,
        small: 'small',
        interval_low: '0.207655',
        interval_high: '0.938508',
        restated: 'restated',
        first_value: '0.500000',
        first_numerator: '1',
        first_denominator: '2',
        restated_since: '2026-02-01T01:00:00.000Z',
        restated_reasons: 'correction late_addition',
        counted: 'published',
        edition: 'latest',
        as_of: null,
        generated_at: '2026-03-01T09:00:00+08:00',
        view: 'as_reported',
        filter: null,
        changes: null,
      },
    ]);
  });

  it('leaves a missing value empty and says why, while counts of agencies stay zeros', async () => {
    const [row] = await rowsOf([missing]);
    expect(row).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      no_value: 'nobody_reported',
      reported: '0',
      missing: '13',
    });
  });

  it('becomes CSV with the name guarded, the value bare and nothing between the commas of nothing', async () => {
    const lines: string[] = [];
    for await (const line of writeCsv(seriesTable([counted, missing], origin))) lines.push(line);
    expect(lines[1]).toContain(`,"'=澄岚区,""东""",2021,0.666667,,share,2,3,13,12,1,1,2,1,1,`);
    expect(lines[2]).toBe(
      'new_received,新收申请,云岭市,,,2019,,nobody_reported,request,,,13,0,0,13,0,0,0,,,,,,,,,,,,,,,,,,published,latest,,2026-03-01T09:00:00+08:00,as_reported,,\r\n',
    );
  });

  it('reads points from a stream as well as from a list', async () => {
    async function* stream(): AsyncGenerator<SeriesPoint> {
      yield counted;
      yield missing;
    }
    const lines: string[] = [];
    for await (const line of writeCsv(seriesTable(stream(), origin))) lines.push(line);
    expect(lines).toHaveLength(3);
  });

  it('refuses a point of an indicator nobody gave it', async () => {
    await expect(rowsOf([missing], { ...origin, indicators: [] })).rejects.toThrow('new_received');
  });
});

import { indicatorOf } from '@gongkai/catalogue';
import type { FormId, Indicator } from '@gongkai/model';
import { type CountedPoint, pointOf } from './series-points';
import type { CoverageRow, PanelRow, RestatedRow, SumRow } from './series-query';
import { compareYears } from './year-over-year';

const row = (form: FormId, numerator: string | null, denominator: string | null, answered: number, editions = answered): SumRow => ({
  groupKey: '',
  year: 2022,
  index: 0,
  s2Form: form,
  s3Form: form,
  s4Form: form,
  numerator,
  denominator,
  editions,
  answered,
});
const coverage = (expected: number, reported: number, late = 0): CoverageRow => ({
  groupKey: '',
  groupName: '',
  year: 2022,
  expected,
  reported,
  late,
});
const point = (
  indicator: Indicator,
  rows: readonly SumRow[],
  covered = coverage(10, 9, 2),
  restated: readonly RestatedRow[] = [],
): CountedPoint =>
  pointOf({
    question: { indicator, key: null, terms: indicator.terms },
    year: 2022,
    group: null,
    rows,
    restated,
    coverage: covered,
    smallBelow: 10,
  });

const rate = indicatorOf('disclosure_rate');
const other = indicatorOf('other');
const fees = indicatorOf('fees');

describe('a point of a series', () => {
  it('adds numerators and denominators up before dividing', () => {
    const sums = [row('gb2021_30', '1', '1', 1), row('gb2019_60', '1', '9', 1)];
    expect(point(rate, sums)).toMatchObject({ value: '0.200000', numerator: '2', denominator: '10', forms: ['gb2021_30', 'gb2019_60'] });
  });

  it('counts as left out who reported and did not answer, by the reason', () => {
    const behind = { expected: 10, reported: 9, late: 2, missing: 1 };
    expect(point(rate, [row('gb2021_30', '3', '4', 7, 9)]).coverage).toEqual({ ...behind, leftOut: 2, leftOutBlank: 2, leftOutForm: 0 });
    const mixed = [row('gb2021_30', '3', null, 6, 7), row('gb2019_60', null, null, 0, 2)];
    expect(point(fees, mixed).coverage).toEqual({ ...behind, leftOut: 3, leftOutBlank: 1, leftOutForm: 2 });
    expect(point(rate, [row('gb2021_30', null, null, 0, 9)]).coverage).toMatchObject({ leftOut: 9, leftOutBlank: 9, leftOutForm: 0 });
  });

  it('prints money in the unit of its cells, exactly', () => {
    expect(point(fees, [row('gb2021_30', '24252311082', null, 1)]).value).toBe('24252.311082');
  });

  it.each([
    ['nobody_reported', [], coverage(10, 0)],
    ['cells_blank', [row('gb2021_30', null, null, 0, 9)], coverage(10, 9)],
    ['denominator_zero', [row('gb2021_30', '0', '0', 9)], coverage(10, 9)],
  ] as const)('says why there is no value: %s', (why, sums, covered) => {
    expect(point(rate, sums, covered)).toMatchObject({ value: null, noValue: why });
  });

  it('says that a form does not ask for it', () => {
    expect(point(fees, [row('gb2019_60', null, null, 0, 9)])).toMatchObject({ value: null, noValue: 'not_in_form', forms: [] });
  });

  it('lets the form that more agencies used speak where two do not compare, and leaves the others out', () => {
    const strict: Indicator = {
      ...other,
      comparability: other.comparability.map((line) => ({ ...line, verdict: 'none', reason: { zh: '口径不同', en: 'other definition' } })),
    };
    const sums = [row('gb2019_60', '100', null, 1), row('gb2021_30', '5', null, 8)];
    expect(point(strict, sums)).toMatchObject({
      value: '5',
      forms: ['gb2021_30'],
      coverage: { leftOut: 1, leftOutForm: 1, leftOutBlank: 0 },
    });
    expect(point(other, sums)).toMatchObject({ value: '105', coverage: { leftOut: 0 } });
  });

  it('marks a share of fewer than the threshold and says between which bounds it lies', () => {
    expect(point(rate, [row('gb2021_30', '9', '9', 9)])).toMatchObject({ small: true, interval: { low: '0.700855', high: '1.000000' } });
    expect(point(rate, [row('gb2021_30', '9', '10', 9)]).small).toBe(false);
    expect(point(rate, [row('gb2021_30', '0', '0', 9)])).toMatchObject({ small: false, interval: null });
    expect(point(fees, [row('gb2021_30', '1', null, 9)])).toMatchObject({ small: false, interval: null });
  });
});

describe('a restated point', () => {
  const side = (name: RestatedRow['side'], numerator: string | null, answered: number): RestatedRow => ({
    ...row('gb2021_30', numerator, null, answered),
    side: name,
    since: new Date('2026-03-01T00:00:00Z'),
    reasonClasses: ['correction'],
    reports: 1,
  });
  const received = indicatorOf('new_received');
  const now = [row('gb2021_30', '17', null, 2)];

  it('takes what the amended reports make now for what they made first', () => {
    expect(point(received, now, coverage(3, 2), [side('now', '12', 1), side('first', '10', 1)]).restated).toMatchObject({ first: '15' });
  });

  it('knows a figure that was blank first, and one that nobody had', () => {
    expect(point(received, now, coverage(3, 2), [side('now', '12', 1), side('first', null, 0)]).restated).toMatchObject({ first: '5' });
    const alone = [row('gb2021_30', '12', null, 1)];
    expect(point(received, alone, coverage(3, 1), [side('now', '12', 1), side('first', null, 0)]).restated).toMatchObject({ first: null });
  });

  it('is none where amendments make up for each other', () => {
    expect(point(received, now, coverage(3, 2), [side('now', '17', 2), side('first', '17', 2)]).restated).toBeNull();
  });
});

describe('comparing years', () => {
  const issued = indicatorOf('normative_issued');
  const of = (year: number, form: FormId, value: string | null): CountedPoint => ({
    ...point(issued, value === null ? [] : [row(form, value, null, 9)]),
    year,
  });
  const all = { over: 'all_reporters', rows: [] } as const;

  it('takes the catalogue at its word, and compares nothing with nothing', () => {
    const points = compareYears(
      issued,
      [
        of(2019, 'gb2019_60', '1'),
        of(2020, 'gb2019_60', '2'),
        of(2021, 'gb2021_30', '3'),
        of(2022, 'gb2021_30', null),
        of(2023, 'gb2021_30', '4'),
      ],
      all,
    );
    expect(points.map((each) => each.comparability?.verdict ?? null)).toEqual([null, 'same', 'note', null, null]);
    expect(points[2]!.comparability!.reason!.zh).toMatch(/\p{Script=Han}/u);
    expect(points.map(({ change }) => change && [change.difference, change.relative])).toEqual([
      null,
      ['1', '1.000000'],
      ['1', '0.500000'],
      null,
      null,
    ]);
  });

  it('gives no figure where the years do not compare, never minus a hundred percent', () => {
    const [, after] = compareYears(fees, [{ ...of(2020, 'gb2019_60', '8'), year: 2020 }, of(2021, 'gb2021_30', '3')], all);
    const [, broken] = compareYears(
      { ...issued, comparability: issued.comparability.map((line) => ({ ...line, verdict: 'none' as const })) },
      [of(2020, 'gb2019_60', '8'), of(2021, 'gb2021_30', '3')],
      all,
    );
    for (const { change } of [after!, broken!]) {
      expect(change).toMatchObject({ comparability: { verdict: 'none' }, difference: null, relative: null });
    }
  });

  it('takes money to the 分 and shares by their difference', () => {
    const money = (value: string): CountedPoint => point(fees, [row('gb2021_30', value, null, 9)]);
    const [, paid] = compareYears(fees, [money('300000'), { ...money('100000'), year: 2023 }], all);
    expect(paid!.change).toMatchObject({ before: '0.3', now: '0.1', difference: '-0.2', relative: '-0.666667' });
    const share = (numerator: string, year: number): CountedPoint => ({ ...point(rate, [row('gb2021_30', numerator, '20', 9)]), year });
    const [, rated] = compareYears(rate, [share('9', 2022), share('10', 2023)], all);
    expect(rated!.change).toMatchObject({ difference: '0.05', relative: null });
  });

  it('over the constant panel counts only who compares with itself and with most', () => {
    const pair = (before: FormId, now: FormId, members: number, [from, to]: readonly [string, string]): PanelRow => ({
      groupKey: '',
      year: 2022,
      index: 0,
      members,
      before: { s2Form: before, s3Form: before, s4Form: before, numerator: from, denominator: null },
      now: { s2Form: now, s3Form: now, s4Form: now, numerator: to, denominator: null },
    });
    const repealed = indicatorOf('normative_repealed');
    const points = [2021, 2022].map((year) => ({ ...of(year, 'gb2021_30', '99'), year }));
    const over = (rows: readonly PanelRow[]) => compareYears(repealed, points, { over: 'constant', rows })[1]!.change;
    expect(over([pair('gb2021_30', 'gb2021_30', 4, ['8', '10']), pair('gb2019_60', 'gb2021_30', 2, ['70', '1'])])).toMatchObject({
      over: 'constant',
      countedBefore: 4,
      countedNow: 4,
      before: '8',
      now: '10',
      difference: '2',
    });
    expect(over([pair('gb2019_60', 'gb2021_30', 2, ['70', '1'])])).toMatchObject({
      comparability: { verdict: 'none' },
      difference: null,
      countedNow: 0,
    });
    expect(over([])).toBeNull();
  });
});

import { indicatorOf } from '@gongkai/catalogue';
import type { FormId, Indicator } from '@gongkai/model';
import type { CoverageRow, SumRow } from './indicators.store';
import { compareYears, pointOf } from './series-points';

const row = (form: FormId, numerator: string | null, denominator: string | null, answered: number): SumRow => ({
  groupKey: '',
  year: 2022,
  s2Form: form,
  s3Form: form,
  numerators: [numerator],
  denominators: [denominator],
  answered: [answered],
});
const coverage = (expected: number, reported: number, late = 0): CoverageRow => ({
  groupKey: '',
  groupName: '',
  year: 2022,
  expected,
  reported,
  late,
});
const point = (indicator: Indicator, sums: readonly SumRow[], covered: CoverageRow | null = coverage(10, 9, 2)) =>
  pointOf({ indicator, index: 0, year: 2022, group: null, sums, coverage: covered });

describe('a point of a series', () => {
  const rate = indicatorOf('disclosure_rate');
  const other = indicatorOf('other');
  const fees = indicatorOf('fees');

  it('adds numerators and denominators up before dividing', () => {
    const sums = [row('gb2021_30', '1', '1', 1), row('gb2019_60', '1', '9', 1)];
    expect(point(rate, sums)).toMatchObject({ value: '0.200000', numerator: '2', denominator: '10', forms: ['gb2021_30', 'gb2019_60'] });
  });

  it('counts as left out who reported and did not answer', () => {
    const { coverage: behind } = point(rate, [row('gb2021_30', '3', '4', 7)]);
    expect(behind).toEqual({ expected: 10, reported: 9, late: 2, missing: 1, leftOut: 2 });
  });

  it('prints money in the unit of its cells, exactly', () => {
    expect(point(fees, [row('gb2021_30', '24252311082', null, 1)]).value).toBe('24252.311082');
  });

  it.each([
    ['nobody_reported', [], coverage(10, 0)],
    ['cells_blank', [row('gb2021_30', null, null, 0)], coverage(10, 9)],
    ['denominator_zero', [row('gb2021_30', '0', '0', 9)], coverage(10, 9)],
  ] as const)('says why there is no value: %s', (why, sums, covered) => {
    expect(point(rate, sums, covered)).toMatchObject({ value: null, noValue: why });
  });

  it('says that a form does not ask for it', () => {
    expect(point(fees, [row('gb2019_60', null, null, 0)])).toMatchObject({ value: null, noValue: 'not_in_form', forms: [] });
  });

  it('lets the form that more agencies used speak where two do not compare, and leaves the others out', () => {
    const strict: Indicator = {
      ...other,
      comparability: other.comparability.map((line) => ({ ...line, verdict: 'none', reason: { zh: '口径不同', en: 'other definition' } })),
    };
    const sums = [row('gb2019_60', '100', null, 1), row('gb2021_30', '5', null, 8)];
    expect(point(strict, sums)).toMatchObject({ value: '5', forms: ['gb2021_30'], coverage: { leftOut: 1 } });
    expect(point(other, sums)).toMatchObject({ value: '105', coverage: { leftOut: 0 } });
  });
});

describe('comparing years', () => {
  const issued = indicatorOf('normative_issued');
  const of = (year: number, form: FormId, value: string | null) => ({
    ...point(issued, value === null ? [] : [row(form, value, null, 9)]),
    year,
  });

  it('takes the catalogue at its word, and compares nothing with nothing', () => {
    const points = compareYears(issued, [
      of(2019, 'gb2019_60', '1'),
      of(2020, 'gb2019_60', '2'),
      of(2021, 'gb2021_30', '3'),
      of(2022, 'gb2021_30', null),
      of(2023, 'gb2021_30', '4'),
    ]);
    expect(points.map((each) => each.comparability?.verdict ?? null)).toEqual([null, 'same', 'note', null, null]);
    expect(points[2]!.comparability!.reason!.zh).toMatch(/\p{Script=Han}/u);
  });
});

import type { SeriesPoint } from '@gongkai/model';
import { foremost } from './foremost';

const row = (key: string, value: string | null, year = 2025): SeriesPoint => ({
  indicator: 'x',
  group: { key, name: key },
  year,
  value,
  noValue: null,
  numerator: value,
  denominator: null,
  coverage: { expected: 1, reported: 1, late: 0, missing: 0, leftOut: 0, leftOutBlank: 0, leftOutForm: 0 },
  forms: [],
  comparability: null,
  small: false,
  interval: null,
  restated: null,
  change: null,
});

describe('foremost', () => {
  it('keeps all that one chart can hold', () => {
    expect(foremost([row('a', '1'), row('b', null)], 2025)).toEqual({ kept: [row('a', '1'), row('b', null)], groups: [] });
  });

  it('gives a share of few no rank', () => {
    const rows = [...'abcdefghij'].map((key, at) => ({ ...row(key, String(at)), small: key === 'j' }));
    expect(foremost(rows, 2025).groups).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b']);
  });

  it('keeps the eight with most in the year, with all their years, and puts those without a figure last', () => {
    const rows = [...'abcdefghij'].flatMap((key, at) => [row(key, key === 'j' ? null : String(at)), row(key, '99', 2024)]);
    const { kept, groups } = foremost(rows, 2025);
    expect(groups).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b']);
    expect(kept).toHaveLength(16);
  });
});

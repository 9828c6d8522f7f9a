import type { SeriesPoint, Verdict } from '@gongkai/model';
import { changeOf } from './change-of';

const REASON = { zh: '口径', en: 'definition' };
const point = (value: string | null, verdict: Verdict | null = 'same'): SeriesPoint => ({
  indicator: 'x',
  group: null,
  year: 2025,
  value,
  noValue: value === null ? 'nobody_reported' : null,
  numerator: value,
  denominator: null,
  coverage: { expected: 1, reported: 1, late: 0, missing: 0, leftOut: 0 },
  forms: [],
  comparability: verdict === null ? null : { verdict, reason: verdict === 'same' ? null : REASON },
});

describe('changeOf', () => {
  it('counts exactly, in the unit, with percent of the year before', () => {
    expect(changeOf('request', point('200'), point('210'))).toEqual({ kind: 'more', by: '10', percent: '5.0', points: false, note: null });
    expect(changeOf('cny_10k', point('0.3'), point('0.1'))).toMatchObject({ kind: 'less', by: '0.2' });
    expect(changeOf('request', point('0'), point('3'))).toMatchObject({ kind: 'more', percent: null });
    expect(changeOf('request', point('4'), point('4'))).toEqual({ kind: 'same', note: null });
  });

  it('speaks of shares in percentage points', () => {
    expect(changeOf('share', point('0.451234'), point('0.470000'))).toEqual({
      kind: 'more',
      by: '1.9',
      percent: null,
      points: true,
      note: null,
    });
  });

  it('gives no figure where the covered shares lie more than ten points apart, but says both', () => {
    const covered = (reported: number, leftOut = 0): SeriesPoint => ({
      ...point('8'),
      coverage: { expected: 50, reported, late: 0, missing: 50 - reported, leftOut },
    });
    expect(changeOf('request', covered(50), covered(45))).toEqual({ kind: 'same', note: null });
    expect(changeOf('request', covered(50), covered(45, 1))).toEqual({
      kind: 'none',
      reason: 'coverage',
      note: null,
      covered: { before: '50/50', now: '44/50' },
    });
    expect(changeOf('share', covered(10), covered(40))).toMatchObject({ reason: 'coverage' });
  });

  it('says nothing across a break and nothing from a gap, and keeps the note of a changed definition', () => {
    expect(changeOf('piece', point('1'), point('9', 'none'))).toEqual({ kind: 'none', reason: 'not_comparable', note: REASON });
    expect(changeOf('piece', point(null), point('9'))).toMatchObject({ kind: 'none', reason: 'no_year_before' });
    expect(changeOf('piece', point('9'), point(null))).toMatchObject({ kind: 'none', reason: 'no_figure' });
    expect(changeOf('piece', null, point('9'))).toMatchObject({ kind: 'none', reason: 'no_year_before' });
    expect(changeOf('piece', point('1'), point('9', 'note'))).toMatchObject({ kind: 'more', note: REASON });
  });
});

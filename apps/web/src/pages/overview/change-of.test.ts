import type { Panel, SeriesPoint, Verdict, YearOverYear } from '@gongkai/model';
import { changeOf } from './change-of';

const REASON = { zh: '口径', en: 'definition' };
const point = (value: string | null, change: YearOverYear | null = null, reported = 1, expected = 1): SeriesPoint => ({
  indicator: 'x',
  group: null,
  year: 2025,
  value,
  noValue: value === null ? 'nobody_reported' : null,
  numerator: value,
  denominator: null,
  coverage: { expected, reported, late: 0, missing: expected - reported, leftOut: 0, leftOutBlank: 0, leftOutForm: 0 },
  forms: [],
  comparability: null,
  small: false,
  interval: null,
  restated: null,
  change,
});
const changed = (
  difference: string | null,
  relative: string | null = null,
  verdict: Verdict = 'same',
  over: Panel = 'all_reporters',
): YearOverYear => ({
  comparability: { verdict, reason: verdict === 'same' ? null : REASON },
  over,
  countedBefore: 1,
  countedNow: 1,
  before: '1',
  now: '1',
  difference,
  relative,
});
const before = point('1');

describe('changeOf', () => {
  it('says by how much, in the unit and in percent of the year before', () => {
    const more = { kind: 'more', by: '10', percent: '5.0', points: false, note: null };
    expect(changeOf('request', before, point('210', changed('10', '0.050000')))).toEqual(more);
    expect(changeOf('cny_10k', before, point('0.1', changed('-0.2', '-0.666667')))).toMatchObject({
      kind: 'less',
      by: '0.2',
      percent: '66.7',
    });
    expect(changeOf('request', before, point('3', changed('3')))).toMatchObject({ kind: 'more', percent: null });
    expect(changeOf('request', before, point('4', changed('0', '0.000000')))).toEqual({ kind: 'same', note: null });
  });

  it('speaks of shares in percentage points', () => {
    const share = changeOf('share', before, point('0.47', changed('0.018766')));
    expect(share).toEqual({ kind: 'more', by: '1.9', percent: null, points: true, note: null });
  });

  it('gives no figure where the covered shares lie more than ten points apart, but says both', () => {
    const all = point('8', null, 50, 50);
    expect(changeOf('request', all, point('8', changed('0'), 45, 50))).toEqual({ kind: 'same', note: null });
    expect(changeOf('request', all, point('8', changed('0'), 44, 50))).toMatchObject({
      reason: 'coverage',
      covered: { before: '50/50', now: '44/50' },
    });
  });

  it('does over the agencies of both years, whoever else is missing', () => {
    const now = point('8', changed('2', '0.1', 'same', 'constant'), 10, 50);
    expect(changeOf('request', point('8', null, 50, 50), now)).toMatchObject({ kind: 'more', by: '2' });
  });

  it('says why there is nothing to compare with', () => {
    const why = (before: SeriesPoint): unknown => changeOf('piece', before, point('9'));
    const nothing = (reason: string): object => ({ kind: 'none', reason: 'nothing_before', why: reason });
    expect(why(point(null))).toMatchObject(nothing('nobody_reported'));
    expect(why({ ...point(null), noValue: 'not_in_form' })).toMatchObject(nothing('not_in_form'));
    expect(why(point(null, null, 0, 0))).toMatchObject(nothing('nobody_expected'));
    expect(why(point('7'))).toMatchObject(nothing('nobody_in_both'));
  });

  it('says nothing across a break and nothing from a gap, and keeps the note of a changed definition', () => {
    const broken = changeOf('piece', before, point('9', changed(null, null, 'none')));
    expect(broken).toEqual({ kind: 'none', reason: 'not_comparable', note: REASON });
    expect(changeOf('piece', before, point(null))).toMatchObject({ kind: 'none', reason: 'no_figure' });
    expect(changeOf('piece', before, point('9', changed('8', '8.000000', 'note')))).toMatchObject({ kind: 'more', note: REASON });
  });
});

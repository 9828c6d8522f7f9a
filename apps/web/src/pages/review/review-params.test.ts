import { withParam } from '../../words/with-param';
import { asksOnlyAwaiting, ignoredValuesIn, readFilter, statesFor } from './review-params';

const YEARS = [2024, 2025];

describe('readFilter', () => {
  it('asks for everything without a word in the URL', () => {
    expect(readFilter(new URLSearchParams(), YEARS)).toEqual({});
  });

  it('reads every filter and drops what it does not know', () => {
    const params = new URLSearchParams('year=2025&region=7&state=returned,dreamt,accepted&q= 局 &late=1&awaiting=1');
    expect(readFilter(params, YEARS)).toEqual({
      year: 2025,
      regionId: '7',
      states: ['returned', 'accepted'],
      text: '局',
      late: true,
      awaitingMe: true,
    });
    expect(readFilter(new URLSearchParams('year=1999&state=dreamt&q=+&late=0'), YEARS)).toEqual({});
  });
});

describe('ignoredValuesIn', () => {
  it('says of each value that is not followed what could be', () => {
    const ignored = (query: string): readonly unknown[] => [...ignoredValuesIn(new URLSearchParams(query), YEARS)];
    expect(ignored('year=2025&state=returned,accepted&late=1&region=7')).toEqual([]);
    expect(ignored('year=1999&state=returned,dreamt')).toEqual([
      { name: 'year', value: '1999', why: { kind: 'year', first: 2024, last: 2025 } },
      { name: 'state', value: 'dreamt', why: { kind: 'choice', known: expect.stringContaining('not_filed') } },
    ]);
  });
});

describe('asksOnlyAwaiting', () => {
  it('holds only where nothing else narrows the list', () => {
    const asks = (query: string): boolean => asksOnlyAwaiting(readFilter(new URLSearchParams(query), YEARS));
    expect(['awaiting=1', 'awaiting=1&q=', 'awaiting=1&q=x', 'year=2025', ''].map(asks)).toEqual([true, true, false, false, false]);
  });
});

describe('withParam', () => {
  it('sets and lets go', () => {
    const params = new URLSearchParams('year=2025');
    expect(withParam(params, 'q', 'x').toString()).toBe('year=2025&q=x');
    expect(withParam(params, 'year', '').toString()).toBe('');
  });
});

describe('statesFor', () => {
  it('offers the public what it can meet and a supervisor what it works with', () => {
    expect(statesFor(undefined)).toEqual(['unpublished', 'published']);
    expect(statesFor('supervisor')).not.toContain('unpublished');
    expect(statesFor('agency')).toContain('unpublished');
  });
});

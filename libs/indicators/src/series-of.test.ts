import { CELLS, FORMS, INDICATORS, indicatorOf } from '@gongkai/catalogue';
import fc from 'fast-check';
import {
  type AgencyYear,
  RUNS,
  SEED,
  SAMPLE_YEAR,
  addSums,
  agencyYears,
  coverageOfAgencies,
  pointOfAgencies,
  sumRowsOf,
} from '../fixtures/rows';
import { type Answers, type SeriesAsked, type SeriesQuery, isObjection, seriesOf, seriesQuestion } from '.';

const CODES = ['new_received', 'disclosure_rate'];
const GROUPS = ['a', 'b', 'c'];

function question(more: Partial<SeriesAsked>): SeriesQuery {
  const base: SeriesAsked = {
    indicators: CODES,
    regionId: '1',
    agencyId: null,
    from: SAMPLE_YEAR,
    to: SAMPLE_YEAR,
    groupBy: 'none',
    state: 'published',
  };
  const query = seriesQuestion({ ...base, ...more }, { forms: FORMS, cells: CELLS, indicators: INDICATORS });
  if (isObjection(query)) throw new Error(query.words.en);
  return query;
}

/** What the statements answer about agencies, each under its key. */
function answersOf(keyed: readonly (readonly [string, readonly AgencyYear[]])[]): Answers {
  const keyedAgencies = keyed.filter(([, agencies]) => agencies.length > 0);
  return {
    sums: keyedAgencies.flatMap(([groupKey, agencies]) =>
      CODES.flatMap((code, index) => sumRowsOf(indicatorOf(code), agencies).map((row) => ({ ...row, groupKey, index }))),
    ),
    coverage: keyedAgencies.map(([groupKey, agencies]) => ({ ...coverageOfAgencies(agencies), groupKey, groupName: `${groupKey}组` })),
    restated: [],
    panel: { over: 'all_reporters', rows: [] },
    smallBelow: 10,
  };
}

const ofGroup = (agencies: readonly AgencyYear[], group: string) => agencies.filter((agency) => agency.group === group);

describe('a series', () => {
  it('is of each group and indicator the point of its agencies, in the order asked', () => {
    fc.assert(
      fc.property(agencyYears(), (agencies) => {
        const present = GROUPS.filter((group) => ofGroup(agencies, group).length > 0);
        const answers = answersOf(GROUPS.map((group) => [group, ofGroup(agencies, group)]));
        const { series, total, after } = seriesOf(question({ groupBy: 'agency_kind' }), {}, answers);
        expect([total, after]).toEqual([present.length, null]);
        const expected = present.flatMap((key) =>
          CODES.map((code) => ({ ...pointOfAgencies(indicatorOf(code), ofGroup(agencies, key)), group: { key, name: `${key}组` } })),
        );
        expect(series.flatMap(({ points }) => points)).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('of all groups on one form is the ungrouped one, part by part', () => {
    fc.assert(
      fc.property(agencyYears(['gb2021_30']), (agencies) => {
        const [whole] = seriesOf(question({}), {}, answersOf([['', agencies]])).series;
        const { series } = seriesOf(
          question({ groupBy: 'agency' }),
          {},
          answersOf(GROUPS.map((group) => [group, ofGroup(agencies, group)])),
        );
        const parts = series.filter(({ indicator }) => indicator.code === 'new_received').flatMap(({ points }) => points);
        const sums = parts.flatMap(({ sums: own }) => own ?? []);
        expect(addSums(sums)).toEqual(whole!.points[0]!.sums);
        expect(parts.reduce((all, { coverage }) => all + coverage.expected, 0)).toBe(agencies.length);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('comes page by page, and the pages together are the whole', () => {
    const agencies: readonly AgencyYear[] = GROUPS.map((group, at) => ({
      id: String(at),
      group,
      form: 'gb2021_30',
      late: false,
      reported: true,
      figures: { numerator: 1n, denominator: 2n },
    }));
    const answers = answersOf(GROUPS.map((group) => [group, ofGroup(agencies, group)]));
    const query = question({ groupBy: 'agency' });
    const first = seriesOf(query, { page: { first: 2, after: null } }, answers);
    const second = seriesOf(query, { page: { first: 2, after: first.after } }, answers);
    expect([first.after, first.total, second.after]).toEqual(['2', 3, null]);
    expect([...first.series, ...second.series]).toEqual(seriesOf(query, {}, answers).series);
  });

  it('has a point for every year asked, whether anyone answered or not', () => {
    const { series } = seriesOf(question({ from: 2020, to: 2023 }), {}, answersOf([]));
    expect(series.map(({ points }) => points.map(({ year, value }) => [year, value]))).toEqual(
      CODES.map(() => [2020, 2021, 2022, 2023].map((year) => [year, null])),
    );
  });

  it('by cells has every group of the forms, each with the coverage of all agencies', () => {
    const query = question({ indicators: ['new_received'], groupBy: 'applicant' });
    const answers = {
      ...answersOf([['', []]]),
      coverage: [{ groupKey: '', groupName: '', year: SAMPLE_YEAR, expected: 5, reported: 4, late: 1 }],
    };
    const { series } = seriesOf(query, {}, answers);
    expect(series.map(({ group }) => group!.key)).toEqual(query.cellGroups!.map(({ key }) => key));
    expect(series.every(({ points: [point] }) => point!.coverage.expected === 5 && point!.coverage.reported === 4)).toBe(true);
  });

  it('gives each indicator and group its own restatements and its own panel', () => {
    const base = { groupKey: 'a', year: SAMPLE_YEAR, index: 0, s2Form: 'gb2021_30', s3Form: 'gb2021_30', s4Form: 'gb2021_30' } as const;
    const side = { s2Form: 'gb2021_30', s3Form: 'gb2021_30', s4Form: 'gb2021_30', denominator: null } as const;
    const agencies: readonly AgencyYear[] = ['a', 'b'].map((group, at) => ({
      id: String(at),
      group,
      form: 'gb2021_30',
      late: false,
      reported: true,
      figures: { numerator: 4n, denominator: 4n },
    }));
    const answers = answersOf(['a', 'b'].map((group) => [group, ofGroup(agencies, group)]));
    const amended = { ...base, denominator: null, answered: 1, since: new Date('2026-03-01T00:00:00Z'), reasonClasses: [], reports: 1 };
    const { series } = seriesOf(
      question({ groupBy: 'agency', from: SAMPLE_YEAR - 1 }),
      {},
      {
        ...answers,
        restated: [
          { ...amended, side: 'first', numerator: '1' },
          { ...amended, side: 'now', numerator: '4' },
        ],
        panel: {
          over: 'constant',
          rows: [
            {
              groupKey: 'b',
              year: SAMPLE_YEAR,
              index: 0,
              members: 1,
              before: { ...side, numerator: '2' },
              now: { ...side, numerator: '4' },
            },
          ],
        },
      },
    );
    const told = series.map(({ group, indicator, points }) => [
      group!.key,
      indicator.code,
      points[1]!.restated?.first ?? null,
      points[1]!.change?.difference ?? null,
    ]);
    expect(told).toEqual([
      ['a', 'new_received', '1', null],
      ['a', 'disclosure_rate', null, null],
      ['b', 'new_received', null, '2'],
      ['b', 'disclosure_rate', null, null],
    ]);
  });

  it('puts its years together where that is asked', () => {
    const { series } = seriesOf(question({ overYears: 'last' }), { overYears: 'last' }, answersOf([]));
    expect(series.map(({ overYears }) => overYears!.by)).toEqual(['last', 'last']);
    expect(seriesOf(question({}), {}, answersOf([])).series[0]!.overYears).toBeNull();
  });
});

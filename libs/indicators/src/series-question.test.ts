import { CELLS, FORMS, INDICATORS } from '@gongkai/catalogue';
import { AGENCY_KINDS, SUMMED_KINDS } from '@gongkai/model';
import {
  type Grouping,
  type Objection,
  type SeriesAsked,
  type SeriesQuery,
  isByCells,
  isObjection,
  objectTogether,
  seriesQuestion,
} from '.';

const CATALOGUE = { forms: FORMS, cells: CELLS, indicators: INDICATORS };
const GROUPINGS: readonly Grouping[] = ['none', 'region', 'agency_kind', 'agency', 'system', 'applicant', 'outcome', 'outcome_group'];
const CITY: SeriesAsked = {
  indicators: ['total_processed'],
  regionId: '1',
  agencyId: null,
  from: 2021,
  to: 2023,
  groupBy: 'none',
  state: 'published',
};
const asked = (more: Partial<SeriesAsked>): SeriesQuery | Objection => seriesQuestion({ ...CITY, ...more }, CATALOGUE);
const answered = (more: Partial<SeriesAsked>): SeriesQuery => {
  const query = asked(more);
  if (isObjection(query)) throw new Error(query.words.en);
  return query;
};
const objection = (more: Partial<SeriesAsked>): string | null => {
  const query = asked(more);
  return isObjection(query) ? query.objection : null;
};

describe('a question in full', () => {
  it('says every default', () => {
    expect(answered({})).toMatchObject({
      kinds: SUMMED_KINDS,
      regionIds: null,
      agencyIds: null,
      systems: null,
      edition: 'latest',
      asOf: null,
      levelRank: null,
      cellGroups: null,
      kept: true,
    });
  });

  it('asks for each indicator once, in the order they were named', () => {
    const { questions } = answered({ indicators: ['granted', 'new_received', 'granted'] });
    expect(questions.map(({ indicator }) => indicator.code)).toEqual(['granted', 'new_received']);
  });

  it('knows what is kept: the catalogue’s own cells, however the agencies are parted', () => {
    for (const groupBy of GROUPINGS) expect(answered({ groupBy }).kept).toBe(!isByCells(groupBy));
    expect(answered({ filter: { outcomes: ['denied'] } }).kept).toBe(false);
    expect(answered({ filter: { systems: ['公安'] } }).kept).toBe(true);
  });

  it('ranks levels under regions alone; functional zones with counties', () => {
    const rank = (level: SeriesAsked['level'], groupBy: Grouping = 'region') => answered({ groupBy, level: level ?? null }).levelRank;
    expect([rank('nation'), rank('province'), rank('prefecture'), rank('township')]).toEqual([0, 1, 2, 4]);
    expect(rank('functional_zone')).toBe(rank('county'));
    expect([rank(null), rank('county', 'agency')]).toEqual([null, null]);
  });
});

describe('objections', () => {
  it('are to indicators that are unknown, none, or too many', () => {
    expect(objection({ indicators: ['dogs'] })).toBe('UNKNOWN_INDICATOR');
    expect(objection({ indicators: [] })).toBe('BAD_REQUEST');
    const many = Array.from({ length: 61 }, (_, at) => ({ ...INDICATORS[0]!, code: `i${at}` }));
    const query = (indicators: readonly string[]) => seriesQuestion({ ...CITY, indicators }, { ...CATALOGUE, indicators: many });
    expect(isObjection(query(many.map(({ code }) => code)))).toBe(true);
    expect(isObjection(query(many.slice(1).map(({ code }) => code)))).toBe(false);
  });

  it.each([
    [2023, 2022],
    [1948, 1949],
    [2200, 2201],
    [1990, 2020],
  ])('are to years that are none or too many: %i to %i', (from, to) => {
    expect(objection({ from, to })).toBe('BAD_REQUEST');
  });

  it('are to a place that is both or neither, and to one agency parted by agencies', () => {
    expect(objection({ agencyId: '2' })).toBe('BAD_REQUEST');
    expect(objection({ regionId: null })).toBe('BAD_REQUEST');
    const alone = { regionId: null, agencyId: '2' };
    for (const groupBy of GROUPINGS)
      expect(objection({ ...alone, groupBy })).toBe(groupBy === 'none' || isByCells(groupBy) ? null : 'BAD_REQUEST');
  });

  it('are to kinds whose reports are never summed', () => {
    for (const kind of AGENCY_KINDS)
      expect(objection({ filter: { kinds: [kind] } })).toBe(SUMMED_KINDS.includes(kind) ? null : 'NOT_ADDITIVE');
  });

  it('are to sums over years that mean nothing', () => {
    expect(objection({ overYears: 'sum' })).toBeNull();
    expect(objection({ indicators: ['carried_in'], overYears: 'sum' })).toBe('NOT_ADDITIVE');
    expect(objection({ overYears: 'ratio' })).toBe('NOT_ADDITIVE');
  });

  it('are to cells no form has, and to parting what is no total', () => {
    expect(objection({ filter: { applicants: ['martian'] } })).toBe('BAD_REQUEST');
    expect(objection({ indicators: ['new_received'], groupBy: 'outcome' })).toBe('BAD_REQUEST');
  });
});

describe('another structure', () => {
  const VIEWS = ['today', 'constant'] as const;

  it.each(VIEWS)('(%s) is known of the latest figures, whole, by region directly below, by agency or not at all', (view) => {
    for (const groupBy of GROUPINGS)
      expect(objection({ view, groupBy })).toBe(['none', 'region', 'agency'].includes(groupBy) ? null : 'BAD_REQUEST');
    const stands: readonly Partial<SeriesAsked>[] = [
      { edition: 'first_published' },
      { asOf: '2022-03-01T00:00:00Z' },
      { groupBy: 'region', level: 'township' },
      { filter: { kinds: ['DEPARTMENT'] } },
      { filter: { regionIds: ['3'] } },
      { filter: { agencyIds: [] } },
      { filter: { systems: ['公安'] } },
      { filter: { applicants: ['natural_person'] } },
      { filter: { outcomes: ['denied'] } },
    ];
    for (const more of stands) {
      expect([more, objection(more)]).toEqual([more, null]);
      expect([more, objection({ ...more, view })]).toEqual([more, 'BAD_REQUEST']);
    }
    expect(
      objection({ view, edition: 'latest', asOf: null, level: 'township', filter: { kinds: SUMMED_KINDS, regionIds: null } }),
    ).toBeNull();
  });

  it('is objected to by the words alone, whatever is asked for', () => {
    const { regionId, agencyId } = CITY;
    expect(objectTogether({ regionId, agencyId, groupBy: 'system', view: 'today' })!.words.zh).toMatch(/^按今日机构、固定机构查看时/);
    expect(objectTogether({ regionId, agencyId, groupBy: 'system' })).toBeNull();
  });
});

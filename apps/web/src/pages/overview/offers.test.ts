import { indicatorOf } from '@gongkai/catalogue';
import { objectTogether, refusedParting } from '@gongkai/indicators';
import { groupingOf, lettingGo, offersOf, type Offer } from './offers';
import { readParams } from './overview-params';

const YEARS = [2019, 2020, 2021];
const read = (query: string) => readParams(new URLSearchParams(query), YEARS);
const CITY = { level: 'prefecture', children: [{ id: '2', name: '甲县', level: 'county' }] } as const;
const TOWNSHIP = { level: 'township', children: [] } as const;

const open = <Value>(offers: readonly Offer<Value>[]) => offers.filter(({ refused }) => refused === null).map(({ value }) => value);

describe('what is offered', () => {
  it('is every view, and every grouping the indicator allows, where nothing else was chosen', () => {
    const offers = offersOf(read(''), CITY);
    expect(open(offers.views)).toEqual(['as_reported', 'today', 'constant']);
    expect(open(offers.groupings)).toEqual(['region', 'agency_kind', 'agency', 'system', 'applicant', 'none']);
    expect(open(offers.levels)).toEqual([null, 'township']);
    expect([offers.past, offers.panel, offers.applicant]).toEqual([null, null, null]);
    expect(offers.outcome).toEqual(refusedParting(indicatorOf('new_received'), 'outcome'));
  });

  it('parts by outcome what is processed, and by neither what is not of section three', () => {
    const processed = offersOf(read('indicator=total_processed'), CITY);
    expect(open(processed.groupings)).toEqual(expect.arrayContaining(['applicant', 'outcome_group', 'outcome']));
    expect([processed.applicant, processed.outcome]).toEqual([null, null]);
    const issued = offersOf(read('indicator=normative_issued'), CITY);
    expect(open(issued.groupings)).toEqual(['region', 'agency_kind', 'agency', 'system', 'none']);
    expect(issued.applicant).toMatchObject({ zh: expect.stringContaining('不能按申请人类型拆分') });
  });

  it('is, by another structure, only what is known of one: the latest figures, by region directly below or by agency', () => {
    const offers = offersOf(read('view=today&indicator=total_processed'), CITY);
    expect(open(offers.groupings)).toEqual(['region', 'agency', 'none']);
    expect(open(offers.levels)).toEqual([null]);
    const { words } = objectTogether({ regionId: '1', agencyId: null, groupBy: 'system', view: 'today' })!;
    expect(words.zh).toMatch(/^按今日机构、固定机构查看时/);
    expect([offers.past, offers.panel, offers.applicant, offers.outcome]).toEqual([words, 'panel', words, words]);
  });

  it('is no other structure for first editions or a moment in the past', () => {
    expect(open(offersOf(read('edition=first_published'), CITY).views)).toEqual(['as_reported']);
    expect(open(offersOf(read('as_of=2021-03-01'), CITY).views)).toEqual(['as_reported']);
  });

  it('has no regions where none are below, and for an agency nothing but cells', () => {
    expect(offersOf(read(''), TOWNSHIP).groupings.map(({ value }) => value)).not.toContain('region');
    expect(offersOf(read(''), TOWNSHIP).levels.map(({ value }) => value)).toEqual([null]);
    expect(offersOf(read(''), null).groupings.map(({ value }) => value)).toEqual(['applicant', 'outcome_group', 'outcome', 'none']);
  });
});

describe('the grouping shown', () => {
  it('is the one asked for where the place has it, else the first that can be had', () => {
    const shown = (query: string, place: Parameters<typeof offersOf>[1]) => groupingOf(read(query), offersOf(read(query), place));
    expect(shown('', CITY)).toBe('region');
    expect(shown('by=outcome', CITY)).toBe('outcome');
    expect(shown('', TOWNSHIP)).toBe('agency_kind');
    expect(shown('view=today', TOWNSHIP)).toBe('agency');
    expect(shown('by=region', null)).toBe('applicant');
    expect(shown('indicator=normative_issued', null)).toBe('none');
  });
});

describe('lettingGo', () => {
  it('lets go of what the choice leaves no answer to, and of nothing else', () => {
    const full = 'by=region&level=township&applicant=natural_person&indicator=new_received&panel=constant';
    expect(lettingGo(read(full), CITY)).toEqual({});
    expect(lettingGo(read(`${full}&view=constant`), CITY)).toEqual({ level: null, applicant: null, panel: null });
    expect(lettingGo(read('by=outcome&outcome=denied&indicator=new_received'), CITY)).toEqual({ by: null, outcome: null });
    expect(lettingGo(read('by=agency&level=township'), CITY)).toEqual({ level: null });
  });
});

import fc from 'fast-check';
import { RUNS, SEED } from '../fixtures/rows';
import {
  type AgencyToday,
  type Edge,
  type HeldReport,
  type ReportedRow,
  addUp,
  heldReports,
  isObjection,
  keyOf,
  regionsBelow,
  relatives,
} from '.';

const edge = (predecessorId: string, kind: Edge['kind'], on: string, successorId: string | null): Edge => ({
  predecessorId,
  successorId,
  kind,
  on,
  basis: 'x',
});
const report = (
  agencyId: string,
  year: number,
  regionPath: readonly string[] = ['1', '2'],
  numerator: string | null = '1',
): ReportedRow => ({
  agencyId,
  year,
  regionPath,
  expected: true,
  late: false,
  s2Form: 'gb2021_30',
  s3Form: 'gb2021_30',
  s4Form: 'gb2021_30',
  numerators: [numerator],
  denominators: [null],
});
const today = (paths: Readonly<Record<string, readonly string[]>>, ended: readonly string[] = []): ReadonlyMap<string, AgencyToday> =>
  new Map(
    Object.entries(paths).map(([id, regionPath]) => [
      id,
      { id, name: `${id}局`, validTo: ended.includes(id) ? '2022-05-01' : null, regionPath },
    ]),
  );
const CITY = { regionId: '1', agencyId: null, from: 2021, to: 2023 };
const MERGER = [edge('a', 'merge', '2022-05-01', 'c'), edge('b', 'merge', '2022-05-01', 'c')];
const MERGED = today({ a: ['1', '2'], b: ['1', '3'], c: ['1', '3'] }, ['a', 'b']);
const REPORTS = [report('a', 2021), report('b', 2021, ['1', '3']), report('c', 2022, ['1', '3']), report('c', 2023, ['1', '3'])];

function held(...args: Parameters<typeof heldReports>): readonly HeldReport[] {
  const reports = heldReports(...args);
  if (isObjection(reports)) throw new Error(reports.words.en);
  return reports;
}

describe('reports under who holds them', () => {
  it('are where their holder is today, or where its group was last', () => {
    const byToday = held(REPORTS, { ...CITY, view: 'today' }, { edges: MERGER, agencies: MERGED });
    expect(byToday.map(({ holders }) => keyOf(holders))).toEqual(['c', 'c', 'c', 'c']);
    expect(byToday.map((one) => regionsBelow(one, '1'))).toEqual([['3'], ['3'], ['3'], ['3']]);
    const constant = held(REPORTS, { ...CITY, view: 'constant' }, { edges: MERGER, agencies: MERGED });
    expect(new Set(constant.map(({ holders }) => keyOf(holders)))).toEqual(new Set(['a+b+c']));
    expect(constant.every((one) => regionsBelow(one, '1').join() === '3')).toBe(true);
  });

  it('are those in the region alone, and not to be told apart where their holders lie on both sides of its border', () => {
    const edges = [edge('a', 'split', '2022-05-01', 'b'), edge('a', 'split', '2022-05-01', 'c')];
    const agencies = today({ a: ['1', '2'], b: ['1', '2'], c: ['1', '3'] }, ['a']);
    const scope = { ...CITY, view: 'today' as const };
    expect(held([report('a', 2021)], scope, { edges, agencies }).map((one) => regionsBelow(one, '1'))).toEqual([['2', '3']]);
    expect(heldReports([report('a', 2021)], { ...scope, regionId: '2' }, { edges, agencies })).toMatchObject({
      objection: 'NOT_ADDITIVE',
      words: { zh: expect.stringContaining('b局、c局共同承接的数据无法拆分') },
    });
    expect(held([report('b', 2022), report('c', 2022)], { ...scope, regionId: '2' }, { edges, agencies })).toMatchObject([
      { holders: ['b'] },
    ]);
    expect(held([report('b', 2022)], { ...scope, regionId: '9' }, { edges, agencies })).toEqual([]);
  });

  it('of one agency are its own and those of whom it follows; of one that ended those it held last', () => {
    const scope = { ...CITY, regionId: null, view: 'today' as const };
    const of = (agencyId: string) =>
      held(REPORTS, { ...scope, agencyId }, { edges: MERGER, agencies: MERGED }).map(({ row }) => `${row.agencyId}${row.year}`);
    expect(of('c')).toEqual(['a2021', 'b2021', 'c2022', 'c2023']);
    expect(of('a')).toEqual(of('c'));
    expect(of('z')).toEqual([]);
  });

  it('are each there once, whatever happened to whom', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const edges = fc.array(
      fc.record({
        predecessorId: fc.constantFrom(...ids),
        successorId: fc.option(fc.constantFrom(...ids), { nil: null }),
        kind: fc.constant('merge' as const),
        on: fc.constantFrom('2021-06-01', '2022-06-01', '2023-06-01'),
        basis: fc.constant('x'),
      }),
      { maxLength: 5 },
    );
    const acyclic = edges.map((some) =>
      some.filter(({ predecessorId, successorId }) => successorId === null || predecessorId < successorId),
    );
    fc.assert(
      fc.property(acyclic, fc.constantFrom('today' as const, 'constant' as const), (some, view) => {
        const agencies = today(Object.fromEntries(ids.map((id) => [id, ['1', '2']])));
        const rows = ids.flatMap((id) => [2021, 2022, 2023].map((year) => report(id, year)));
        const reports = held(rows, { ...CITY, view }, { edges: some, agencies });
        expect(reports.map(({ row }) => row)).toEqual(rows);
        const { sums, coverage } = addUp(reports.map((one) => ({ ...one.row, key: keyOf(one.holders), name: '' })));
        expect(sums.reduce((all, { numerator }) => all + Number(numerator), 0)).toBe(rows.length);
        expect(coverage.reduce((all, { reported }) => all + reported, 0)).toBe(rows.length);
        expect(coverage.every(({ expected, reported }) => reported <= expected)).toBe(true);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe('relatives', () => {
  it('are all who precede or follow, by way of others too, and nobody who ended without a successor', () => {
    const edges = [...MERGER, edge('c', 'rename', '2024-01-01', 'd'), edge('e', 'abolish', '2024-01-01', null)];
    expect([...relatives(['a'], edges)].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(relatives(['e', 'f'], edges)).toEqual(['e', 'f']);
  });
});

describe('adding reports up', () => {
  it('leaves nothing where nobody answered, and counts who owes, reported and was late', () => {
    const grouped = { key: 'k', name: 'K' };
    const missing: ReportedRow = { ...report('b', 2022), s2Form: null, s3Form: null, s4Form: null, numerators: [], denominators: [] };
    const { sums, coverage } = addUp([
      { ...report('a', 2022, [], null), ...grouped, late: true },
      { ...missing, ...grouped },
    ]);
    expect(sums).toMatchObject([{ groupKey: 'k', numerator: null, denominator: null, editions: 1, answered: 0 }]);
    expect(coverage).toEqual([{ groupKey: 'k', groupName: 'K', year: 2022, expected: 2, reported: 1, late: 1 }]);
    expect(addUp([{ ...missing, ...grouped, expected: false }])).toEqual({ sums: [], coverage: [] });
  });
});

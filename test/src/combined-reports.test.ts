import { CELLS } from '@gongkai/catalogue';
import { SUMMED_KINDS, type Unit, readFigure } from '@gongkai/model';
import { type PageSeen, demoCityServer, total } from './support/demo-city-server';
import { series } from './support/filing';

interface CellSeen {
  readonly cell: string;
  readonly unit: Unit;
  readonly combined: string | null;
  readonly combinedState: string | null;
  readonly summed: string | null;
  readonly difference: string | null;
  readonly coverage: { readonly expected: number; readonly reported: number; readonly leftOut: number; readonly missing: number };
  readonly contributors: PageSeen<{ readonly agency: { readonly id: string }; readonly figure: string }>;
  readonly leftOut: PageSeen<{
    readonly agency: { readonly id: string };
    readonly edition: { readonly id: string } | null;
    readonly why: string;
  }>;
}

interface DifferenceSeen {
  readonly __typename: string;
  readonly code?: string;
  readonly combined: { readonly id: string } | null;
  readonly cells: PageSeen<CellSeen>;
}

const DIFFERENCE = `query ($regionId: ID!, $year: Int!, $state: CountedState, $cells: [String!], $differing: Boolean, $first: Int, $after: String,
    $agencies: Int, $agenciesAfter: String) {
  combinedReportDifference(regionId: $regionId, year: $year, state: $state, cells: $cells, differing: $differing, first: $first, after: $after,
    agencies: $agencies, agenciesAfter: $agenciesAfter) { __typename ... on Refusal { code } ... on CombinedReportDifference {
      combined { id } cells { total after items { cell unit combined combinedState summed difference
        coverage { expected reported leftOut missing } contributors { total after items { agency { id } figure } }
        leftOut { total after items { agency { id } edition { id } why } } } } } } }`;

describe('combined reports beside their sums', () => {
  const demo = demoCityServer();

  async function difference(asked: object, as: keyof typeof demo.cookies = 'public'): Promise<DifferenceSeen> {
    const answer = await demo.server.ask<{ combinedReportDifference: DifferenceSeen }>(
      DIFFERENCE,
      { first: 200, agencies: 55, ...asked },
      { cookie: demo.cookies[as] },
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.result.combinedReportDifference;
  }

  it.each([
    ['云岭市', 2023],
    ['白榆县', 2023],
    ['鹿鸣县', 2019],
  ])('of %s for %i differ exactly where a sum of our own says so, with who stands behind it', async (region, year) => {
    const regionId = demo.regions[region]!;
    const own = demo.raw.find((one) => one.regionId === regionId && one.kind === 'GOVERNMENT' && one.year === year)!;
    const below = demo.raw.filter(
      (one) =>
        one.year === year && one.obliged && one.regionPath.includes(regionId) && (SUMMED_KINDS as readonly string[]).includes(one.kind),
    );
    const expected = CELLS.flatMap(({ id, position }) => {
      const combined = total([own.figures?.[position - 1]]);
      const summed = total(below.map(({ figures }) => figures?.[position - 1]));
      return combined === summed ? [] : [{ cell: id as string, combined, summed }];
    });
    const { cells } = await difference({ regionId, year });
    const exact = (figure: string | null, unit: Unit) => (figure === null ? null : readFigure(figure, unit));
    expect(
      cells.items.map(({ cell, combined, summed, unit }) => ({ cell, combined: exact(combined, unit), summed: exact(summed, unit) })),
    ).toEqual(expected);
    expect(cells).toMatchObject({ total: expected.length, after: null });

    const all = await difference({ regionId, year, differing: false, first: 200 });
    expect(all.cells.total).toBe(CELLS.length);
    for (const { cell, unit, summed, coverage, contributors, leftOut } of all.cells.items) {
      const parts = contributors.items.map(({ figure }) => readFigure(figure, unit)!.toString());
      expect([cell, total(parts)]).toEqual([cell, exact(summed, unit)]);
      expect(contributors.total + leftOut.total).toBe(below.length);
      expect([...contributors.items, ...leftOut.items].map(({ agency }) => agency.id).sort()).toEqual(
        below.map(({ agencyId }) => agencyId).sort(),
      );
      expect(leftOut.items.filter(({ why }) => why === 'no_report')).toHaveLength(coverage.missing);
      expect(leftOut.items.every(({ why, edition }) => (why === 'no_report') === (edition === null))).toBe(true);
      expect(coverage.leftOut).toBe(leftOut.total - coverage.missing);
    }
  });

  it('are never added to them', async () => {
    const regionId = demo.regions['云岭市']!;
    const { cells } = await difference({ regionId, year: 2023, cells: ['s3/new_received/total'], differing: false });
    const { new_received: points } = await series(demo.server, {
      indicators: ['new_received'],
      scope: { regionId },
      years: { from: 2023, to: 2023 },
    });
    expect(points![0]!.value).toBe(cells.items[0]!.summed);
    expect(cells.items[0]!.combined).not.toBeNull();
  });

  it('are paged, cells and the agencies beside them', async () => {
    const asked = { regionId: demo.regions['云岭市']!, year: 2023, differing: false };
    const whole = await difference(asked);
    const one = await difference({ ...asked, first: 3, agencies: 4 });
    const two = await difference({ ...asked, first: 3, after: one.cells.after, agencies: 4 });
    expect([...one.cells.items, ...two.cells.items].map(({ cell }) => cell)).toEqual(whole.cells.items.slice(0, 6).map(({ cell }) => cell));
    const next = await difference({ ...asked, first: 3, agencies: 4, agenciesAfter: one.cells.items[0]!.contributors.after });
    const both = [one, next].flatMap(({ cells }) => cells.items[0]!.contributors.items.map(({ agency }) => agency.id));
    expect(both).toEqual(whole.cells.items[0]!.contributors.items.slice(0, 8).map(({ agency }) => agency.id));
  });

  it('of what is accepted are for those who may see it', async () => {
    const asked = { regionId: demo.regions['云岭市']!, year: 2023, state: 'accepted' };
    expect(await difference(asked)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await difference(asked, 'yl-shenhe')).toMatchObject({ __typename: 'CombinedReportDifference' });
    expect(await difference({ regionId: '99999', year: 2023 })).toMatchObject({ code: 'UNKNOWN_REGION' });
    expect(await difference({ ...asked, cells: ['s9/x/y'] })).toMatchObject({ code: 'UNKNOWN_CELL' });
  });
});

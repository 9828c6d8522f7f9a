import { importSheetOf } from './support/import-sheet';
import { publishReport } from './support/publish-report';
import { smallCityServer } from './support/small-city-server';
import { typedCells } from './support/typed-cells';

interface TotalSeen {
  readonly cell: string;
  readonly rule: string;
  readonly reported: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  readonly counted: string | null;
  readonly indicators: readonly { readonly code: string }[];
}

/** So many requests by natural persons, all granted. */
const granted = (count: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['new_received', 'granted', 'total_processed'].flatMap((row) =>
      ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, count]),
    ),
  );
const blank = (isBlank: (cell: string) => boolean): Readonly<Record<string, string>> =>
  Object.fromEntries(typedCells().flatMap(({ cell }) => (isBlank(cell) ? [[cell, '']] : [])));
const isDetail = (cell: string): boolean => cell.startsWith('s3/') && !cell.endsWith('/total');

describe('printed totals and the sums of their details', () => {
  const small = smallCityServer(['agency', 'city']);
  const totalsOf = async (agencyId: string, differing = false): Promise<readonly TotalSeen[]> => {
    const { rows } = await small.database.owner.query<{ id: string }>(
      'SELECT e.id::text FROM editions e JOIN reports r ON r.id = e.report_id WHERE r.agency_id = $1 AND r.year = 2022',
      [agencyId],
    );
    const { result, errors } = await small.server.ask<{ edition: { totals: readonly TotalSeen[] } }>(
      `query ($id: ID!, $differing: Boolean!) { edition(id: $id) { totals(differing: $differing) {
        cell rule reported computed difference counted indicators { code } } } }`,
      { id: rows[0]!.id, differing },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return result.edition.totals;
  };
  const explain = async (indicator: string) => {
    const { result, errors } = await small.server.ask<{
      explainPoint: {
        readonly point: { readonly value: string };
        readonly differingTotals: number;
        readonly indicator: { readonly totalPolicy: { readonly code: string; readonly says: { readonly zh: string } } | null };
      };
    }>(
      `query ($indicator: String!, $scope: ScopeInput!) { explainPoint(indicator: $indicator, scope: $scope, year: 2022) { ... on PointExplanation {
        point { value } differingTotals indicator { totalPolicy { code says { zh } reason { zh } } } } } }`,
      { indicator, scope: { regionId: small.city.city } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return result.explainPoint;
  };

  // One that adds up, one whose total says 12 where its details make 10, one that prints totals alone.
  beforeAll(async () => {
    const { server, cookies, city } = small;
    await publishReport(server, { agency: cookies.agency, supervisor: cookies.city }, { agencyId: city.agency, year: 2022, received: '5' });
    await importSheetOf(server, cookies.city, {
      agencyName: '青禾县林业局',
      year: 2022,
      cells: { ...granted('10'), 's3/new_received/total': '12' },
    });
    await importSheetOf(server, cookies.city, {
      agencyName: '南川县统计局',
      year: 2022,
      cells: { ...granted('20'), ...blank(isDetail), 's3/granted/total': '' },
    });
  }, 90_000);

  it('are both kept where they differ, with the difference, what counts and where', async () => {
    const [total, ...more] = await totalsOf(small.city.neighbour, true);
    expect(more).toEqual([]);
    expect(total).toMatchObject({
      cell: 's3/new_received/total',
      rule: 'S3-ROW',
      reported: '12',
      computed: '10',
      difference: '2',
      counted: '12',
    });
    expect(total!.indicators.map(({ code }) => code)).toContain('new_received');
    expect(await totalsOf(small.city.agency, true)).toEqual([]);
  });

  it('have nothing to differ from where the details are blank, which is not zero', async () => {
    const all = await totalsOf(small.city.foreign);
    const received = all.filter(({ cell }) => cell === 's3/new_received/total');
    expect(received).toMatchObject([{ reported: '20', computed: null, difference: null, counted: '20' }]);
    expect(all.filter(({ cell }) => cell === 's3/granted/total')).toMatchObject([{ reported: null, computed: null, counted: null }]);
    expect((await totalsOf(small.city.foreign, true)).map(({ cell, rule }) => [cell, rule])).toEqual([
      ['s3/total_processed/total', 'S3-COL'],
    ]);
  });

  it('are told apart by the number that is made of them, which says by what policy', async () => {
    const received = await explain('new_received');
    expect(received).toMatchObject({
      point: { value: '37' },
      differingTotals: 1,
      indicator: { totalPolicy: { code: 'printed_else_computed' } },
    });
    expect(received.indicator.totalPolicy!.says.zh).toContain('采用报告印出的总计');
    expect(await explain('normative_in_force')).toMatchObject({ differingTotals: 0, indicator: { totalPolicy: null } });
  });
});

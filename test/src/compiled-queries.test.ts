import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { concatAST, parse, print, separateOperations } from 'graphql';
import { demoCityServer } from './support/demo-city-server';
import { WORKSPACE } from './support/fresh-database';

const FOLDER = path.join(WORKSPACE, 'apps/web/src');
const OPERATIONS = separateOperations(
  concatAST(
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => parse(readFileSync(path.join(FOLDER, file), 'utf8'))),
  ),
);
/** A document is executed as written at first and compiled then. */
const TIMES = 5;

describe('a query that is asked again and again', () => {
  const city = demoCityServer();

  /** The answers of one document, asked one after another. */
  const answers = async (query: string, variables: object, cookie: string | undefined): Promise<readonly unknown[]> => {
    const heard: unknown[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const response = await fetch(`${city.server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly object[] };
      heard.push({ status: response.status, data, errors: errors?.map((error) => ({ ...error, message: messageOf(error) })) });
    }
    return heard;
  };

  const variables = async (): Promise<Readonly<Record<string, object>>> => {
    const region = city.regions['云岭市']!;
    const { rows } = await city.database.owner.query<{ report: string; edition: string; agency: string }>(
      `SELECT r.id AS report, s.edition_id AS edition, r.agency_id AS agency FROM reports r JOIN standings s ON s.report_id = r.id
       WHERE s.state = 'published' AND r.year = 2023 ORDER BY r.id LIMIT 1`,
    );
    const { report, edition, agency } = rows[0]!;
    const point = { indicator: 'disclosure_rate', scope: { regionId: region }, year: 2023, state: 'published', edition: 'latest' };
    const series = {
      scope: { regionId: region },
      years: { from: 2019, to: 2025 },
      state: 'published',
      edition: 'latest',
      panel: 'all_reporters',
      view: 'as_reported',
    };
    return {
      FindPlaces: { text: 'yl' },
      RootRegions: {},
      RegionBranch: { id: region },
      PlaceName: { id: region, isRegion: true },
      Session: {},
      ExplainPoint: { ...point, groupBy: 'none', view: 'as_reported', years: { from: 2022, to: 2023 }, first: 20 },
      RegionPlace: { id: region, year: 2023 },
      AgencyPlace: { id: agency },
      Series: { ...series, indicators: ['new_received', 'disclosure_rate', 'carried_forward'], groupBy: 'region' },
      PointAgencies: { ...point, groupBy: 'none', part: 'counted', first: 10 },
      YearStates: { regionId: region, year: 2023 },
      FilerReports: { id: agency },
      Unread: {},
      Notices: { first: 5 },
      ReportPage: { id: report },
      EditionPage: { id: edition },
      Inapplicable: { agencyId: agency, year: 2023 },
      ReviewList: { filter: {}, first: 20 },
      ReportSteps: { filter: { year: 2023, summed: true } },
      OpenDraft: { agencyId: agency, year: 2025 },
      DraftEffects: { agencyId: agency, year: 2023 },
      EditionOriginal: { id: edition },
      EarlierYear: { id: edition },
      MyAccount: {},
      Accounts: { filter: { text: 'yl' }, first: 5, after: null },
      Receipts: { agencyId: agency },
      OlderReceipts: { reportId: report, after: null },
      ReceiptPage: { number: 'no such receipt' },
    };
  };

  it.each(Object.keys(OPERATIONS).filter((name) => /^query/m.test(print(OPERATIONS[name]!))))(
    'is answered alike each time: %s of the web',
    async (name) => {
      const given = (await variables())[name];
      expect(given).toBeDefined();
      for (const cookie of [undefined, city.cookies['yl-shenhe']]) {
        const [first, ...others] = await answers(print(OPERATIONS[name]!), given!, cookie);
        expect(first).toMatchObject({ status: 200, errors: undefined });
        for (const other of others) expect(other).toEqual(first);
      }
    },
    30_000,
  );

  it.each<readonly [string, string, object]>([
    [
      'a refusal',
      'query ($i: [String!]!, $r: ID!) { indicatorSeries(indicators: $i, scope: { regionId: $r }, years: { from: 2019, to: 2020 }) { __typename ... on Refusal { code message { zh } } } }',
      { i: ['nothing'], r: '1' },
    ],
    ['a variable that does not fit', 'query ($id: ID!) { region(id: $id) { name } }', { id: { no: 'id' } }],
    ['a variable that is missing', 'query ($id: ID!) { region(id: $id) { name } }', {}],
    ['an id of nothing', 'query ($id: ID!) { region(id: $id) { name children { name } } }', { id: 'x' }],
    [
      'a moment that is none',
      'query ($m: DateTime!) { indicatorSeries(indicators: ["new_received"], scope: { regionId: "1" }, years: { from: 2019, to: 2020 }, asOf: $m) { __typename } }',
      { m: 'now' },
    ],
    [
      'aliases and fragments on a union',
      'query { a: indicatorSeries(indicators: ["new_received"], scope: { regionId: "1" }, years: { from: 2019, to: 2020 }) { ...S } b: indicatorSeries(indicators: ["?"], scope: { regionId: "1" }, years: { from: 2019, to: 2020 }) { ...S } } fragment S on IndicatorSeriesResult { kind: __typename ... on IndicatorSeries { series { points { y: year value } } } ... on Refusal { code } }',
      {},
    ],
    ['what depends on a variable, shown', 'query ($on: Boolean!) { rootRegions { id name @include(if: $on) } }', { on: true }],
    ['what depends on a variable, left out', 'query ($on: Boolean!) { rootRegions { id name @include(if: $on) } }', { on: false }],
  ])('is answered alike each time: %s', async (_, query, given) => {
    const [first, ...others] = await answers(query, given, undefined);
    for (const other of others) expect(other).toEqual(first);
    expect(first).toMatchSnapshot();
  });
});

/** Faults are told by a number of their own each time; nothing else in a message differs. */
const messageOf = (error: object): string => String((error as { message: unknown }).message).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'number');

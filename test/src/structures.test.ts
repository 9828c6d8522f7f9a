import { publishReport } from './support/publish-report';
import { smallCityServer } from './support/small-city-server';

interface PointSeen {
  readonly year: number;
  readonly value: string | null;
  readonly coverage: { readonly expected: number; readonly reported: number; readonly missing: number };
  readonly comparability: { readonly verdict: string; readonly reason: { readonly zh: string } | null } | null;
  readonly changes: readonly { readonly kind: string; readonly words: { readonly zh: string } }[];
}

interface Row {
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly points: readonly PointSeen[];
}

const SERIES = `query ($scope: ScopeInput!, $years: YearsInput!, $groupBy: GroupBy, $view: StructureView) {
  indicatorSeries(indicators: ["new_received"], scope: $scope, years: $years, groupBy: $groupBy, view: $view) { __typename ... on Refusal { code message { zh } }
    ... on IndicatorSeries { series { group { key name } points { year value coverage { expected reported missing }
      comparability { verdict reason { zh } } changes { kind words { zh } } } } } } }`;
const EXPLAIN = `query ($scope: ScopeInput!, $year: Int!, $years: YearsInput, $groupBy: GroupBy, $group: String, $view: StructureView) {
  explainPoint(indicator: "new_received", scope: $scope, year: $year, years: $years, groupBy: $groupBy, group: $group, view: $view) { __typename
    ... on PointExplanation { point { value } contributors { hidden items { numerator edition { report { agency { name } } } } } leftOut { items { agency { name } why } } } } }`;
const REORGANISE = `mutation ($input: ReorganisationInput!) { reorganise(input: $input) { __typename ... on Refusal { code message { zh } }
  ... on Reorganisation { successors { id } } } }`;

const MERGER = '2024-05-01 青禾县统计局、青禾县林业局并入青禾县统林局';
const PARTING = '2024-06-01 南川县统计局分设出南川县普查局';

/**
 * Requests received, worked out by hand. 统计局 7, 8 and 林业局 5, nothing filed merge in 2024 into 统林局 with 20; 南川县统计局 3, 4, 2 goes on in 2024
 * without 普查局 with 6, which moves to 青禾县 in 2025. All in all 15, 12, 28 in every view.
 */
describe('an organisation merged in 2024 and one parted, in the three views', () => {
  const here = smallCityServer(['agency', 'neighbour', 'foreign', 'city', 'administrator']);
  const YEARS = { from: 2022, to: 2024 };
  const YEARS_ASKED = [2022, 2023, 2024];

  async function ask<Answer>(document: string, variables: object, login?: string): Promise<Answer> {
    const { result, errors } = await here.server.ask<Record<string, Answer>>(
      document,
      { ...variables },
      { cookie: login === undefined ? undefined : here.cookies[login] },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(result)[0]!;
  }

  async function reorganise(input: object): Promise<string> {
    const act = await ask<{ successors?: { id: string }[] }>(REORGANISE, { input: { basis: '机构改革方案', ...input } }, 'administrator');
    if (act.successors === undefined) throw new Error(JSON.stringify(act));
    return act.successors[0]?.id ?? '';
  }

  /** An account of a new agency, with the password of all. */
  async function accountOf(login: string, agencyId: string): Promise<string> {
    await here.database.owner.query(
      `WITH a AS (INSERT INTO accounts (login, name, role, agency_id) VALUES ($1, $1, 'agency', $2) RETURNING id)
       INSERT INTO credentials (account_id, password_hash) SELECT id, (SELECT password_hash FROM credentials LIMIT 1) FROM a`,
      [login, agencyId],
    );
    return here.server.logIn(login, 'a long enough word');
  }

  beforeAll(async () => {
    const { agency, neighbour, foreign, county } = here.city;
    const publish = (cookie: string | undefined, agencyId: string, year: number, received: string) =>
      publishReport(here.server, { agency: cookie, supervisor: here.cookies.city }, { agencyId, year, received });
    await publish(here.cookies.agency, agency, 2022, '7');
    await publish(here.cookies.agency, agency, 2023, '8');
    await publish(here.cookies.neighbour, neighbour, 2022, '5');
    await publish(here.cookies.foreign, foreign, 2022, '3');
    await publish(here.cookies.foreign, foreign, 2023, '4');
    const obligations = [
      { agencyId: agency, year: 2024, decision: 'hand_over' },
      { agencyId: neighbour, year: 2024, decision: 'release' },
    ];
    const merged = await reorganise({
      kind: 'merge',
      on: '2024-05-01',
      agencies: [agency, neighbour],
      successors: [{ name: '青禾县统林局' }],
      obligations,
    });
    const parted = await reorganise({
      kind: 'split',
      on: '2024-06-01',
      agencies: [foreign],
      continues: true,
      successors: [{ name: '南川县普查局' }],
    });
    const roster = await ask<{ written: boolean }>(
      `mutation { saveRegisters(input: { roster: [{ agency: "南川县普查局", year: 2024 }] }, dryRun: false) { ... on RegisterOutcome { written } } }`,
      {},
      'administrator',
    );
    expect(roster).toEqual({ written: true });
    await publish(await accountOf('merged', merged), merged, 2024, '20');
    await publish(await accountOf('parted', parted), parted, 2024, '6');
    await publish(here.cookies.foreign, foreign, 2024, '2');
    await reorganise({ kind: 'move', on: '2025-02-01', agencies: [parted], regionId: county });
  }, 60_000);

  const seriesOf = async (asked: object): Promise<readonly Row[]> => {
    const answer = await ask<{ series?: readonly Row[] }>(SERIES, { scope: { regionId: here.city.city }, years: YEARS, ...asked });
    if (answer.series === undefined) throw new Error(JSON.stringify(answer));
    return answer.series;
  };
  /** Values by name of the group, a dash for none, with reported of expected. */
  const table = async (asked: object): Promise<Readonly<Record<string, string>>> => {
    const rows = await seriesOf(asked);
    return Object.fromEntries(
      rows.map(({ group, points }) => [
        group?.name ?? '',
        points.map(({ value, coverage: { reported, expected } }) => `${value ?? '–'} (${reported}/${expected})`).join(', '),
      ]),
    );
  };

  it('as reported: each under its own name, while it was', async () => {
    expect(await table({ groupBy: 'agency' })).toEqual({
      青禾县统计局: '7 (1/1), 8 (1/1), – (0/0)',
      青禾县林业局: '5 (1/1), – (0/1), – (0/0)',
      青禾县统林局: '– (0/0), – (0/0), 20 (1/1)',
      南川县统计局: '3 (1/1), 4 (1/1), 2 (1/1)',
      南川县普查局: '– (0/0), – (0/0), 6 (1/1)',
    });
    expect(await table({ groupBy: 'system' })).toEqual({ 未标明系统: '15 (3/3), 12 (2/3), 28 (3/3)' });
    expect(await table({ groupBy: 'region' })).toEqual({ 青禾县: '12 (2/2), 8 (1/2), 20 (1/1)', 南川县: '3 (1/1), 4 (1/1), 8 (2/2)' });
  });

  it('by today’s structure: the merged under the one that follows, what was before a split jointly', async () => {
    expect(await table({ groupBy: 'agency', view: 'today' })).toEqual({
      青禾县统林局: '12 (2/2), 8 (1/2), 20 (1/1)',
      '南川县统计局、南川县普查局': '3 (1/1), 4 (1/1), – (0/0)',
      南川县统计局: '– (0/0), – (0/0), 2 (1/1)',
      南川县普查局: '– (0/0), – (0/0), 6 (1/1)',
    });
    expect(await table({ groupBy: 'region', view: 'today' })).toEqual({
      青禾县: '12 (2/2), 8 (1/2), 26 (2/2)',
      '青禾县、南川县': '3 (1/1), 4 (1/1), – (0/0)',
      南川县: '– (0/0), – (0/0), 2 (1/1)',
    });
  });

  it('by constant structure: the smallest groups unchanged over the years asked', async () => {
    expect(await table({ groupBy: 'agency', view: 'constant' })).toEqual({
      '青禾县统计局、青禾县林业局、青禾县统林局': '12 (2/2), 8 (1/2), 20 (1/1)',
      '南川县统计局、南川县普查局': '3 (1/1), 4 (1/1), 8 (2/2)',
    });
    expect(await table({ groupBy: 'agency', view: 'constant', years: { from: 2022, to: 2023 } })).toEqual({
      青禾县统计局: '7 (1/1), 8 (1/1)',
      青禾县林业局: '5 (1/1), – (0/1)',
      南川县统计局: '3 (1/1), 4 (1/1)',
    });
    expect(await table({ groupBy: 'region', view: 'constant' })).toEqual({
      青禾县: '12 (2/2), 8 (1/2), 20 (1/1)',
      南川县: '3 (1/1), 4 (1/1), 8 (2/2)',
    });
  });

  it('adds up to the same whole in every view, by every grouping', async () => {
    const whole = '15 (3/3), 12 (2/3), 28 (3/3)';
    for (const view of ['as_reported', 'today', 'constant']) {
      expect([view, await table({ view })]).toEqual([view, { '': whole }]);
      for (const groupBy of ['agency', 'region']) {
        const rows = await seriesOf({ view, groupBy });
        const sums = YEARS_ASKED.map((year) => {
          const points = rows.map(({ points: all }) => all.find((point) => point.year === year)!);
          const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
          return `${add(points.flatMap(({ value }) => (value === null ? [] : Number(value))))} (${add(points.map(({ coverage }) => coverage.reported))}/${add(points.map(({ coverage }) => coverage.expected))})`;
        });
        expect([view, groupBy, sums.join(', ')]).toEqual([view, groupBy, whole]);
      }
    }
  });

  it('marks the break and says who follows', async () => {
    const pointIn2024 = async (name: string, view: string) =>
      (await seriesOf({ groupBy: 'agency', view })).find(({ group }) => group!.name === name)!.points[2]!;
    const words = ({ changes }: PointSeen) => changes.map(({ words: { zh } }) => zh);
    expect(words(await pointIn2024('青禾县统计局', 'as_reported'))).toEqual([MERGER]);
    expect(words(await pointIn2024('青禾县统林局', 'as_reported'))).toEqual([MERGER]);
    expect(await pointIn2024('南川县统计局', 'as_reported')).toMatchObject({
      comparability: { verdict: 'note', reason: { zh: PARTING } },
      changes: [{ kind: 'split' }],
    });
    expect(await pointIn2024('青禾县统林局', 'today')).toMatchObject({ comparability: { verdict: 'note', reason: { zh: MERGER } } });
    expect(await pointIn2024('青禾县统计局、青禾县林业局、青禾县统林局', 'constant')).toMatchObject({
      comparability: { verdict: 'same' },
      changes: [{ kind: 'merge' }],
    });
    const [own] = await seriesOf({ scope: { agencyId: here.city.agency }, view: 'today' });
    expect(own!.points.map(({ value }) => value)).toEqual(['12', '8', '20']);
  });

  it('refuses what cannot be apportioned, in words', async () => {
    expect(await ask(SERIES, { scope: { regionId: here.city.otherCounty }, years: YEARS, view: 'today' })).toMatchObject({
      code: 'NOT_ADDITIVE',
      message: { zh: expect.stringContaining('南川县统计局、南川县普查局') },
    });
    expect(await ask(SERIES, { scope: { regionId: here.city.city }, years: YEARS, view: 'today', groupBy: 'agency_kind' })).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('explains a number of another view by the reports of the time', async () => {
    for (const view of ['as_reported', 'today', 'constant']) {
      const rows = await seriesOf({ groupBy: 'agency', view });
      for (const { group, points } of rows) {
        for (const { year, value } of points) {
          const asked = { scope: { regionId: here.city.city }, years: YEARS, groupBy: 'agency', group: group!.key, view, year };
          const { point, contributors } = await ask<{
            point: { value: string | null };
            contributors: { hidden: number; items: { numerator: string }[] };
          }>(EXPLAIN, asked);
          const sum = contributors.items.reduce((total, { numerator }) => total + Number(numerator), 0);
          expect([view, group!.name, year, point.value, sum, contributors.hidden]).toEqual([
            view,
            group!.name,
            year,
            value,
            Number(value),
            0,
          ]);
        }
      }
    }
    const asked = { scope: { agencyId: here.city.agency }, year: 2023, view: 'today' };
    expect(await ask(EXPLAIN, asked)).toMatchObject({
      contributors: { items: [{ numerator: '8', edition: { report: { agency: { name: '青禾县统计局' } } } }] },
      leftOut: { items: [{ agency: { name: '青禾县林业局' }, why: 'no_report' }] },
    });
  });
});

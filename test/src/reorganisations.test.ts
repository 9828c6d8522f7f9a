import { series } from './support/filing';
import { publishReport } from './support/publish-report';
import { smallCityServer } from './support/small-city-server';

interface ActSeen {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: { readonly zh: string };
  readonly kind?: string;
  readonly agencies?: readonly { readonly id: string }[];
  readonly successors?: readonly { readonly id: string; readonly name: string }[];
}

const REORGANISE = `mutation ($input: ReorganisationInput!) { reorganise(input: $input) { __typename ... on Refusal { code message { zh } }
  ... on Reorganisation { kind agencies { id } successors { id name } } } }`;
const BASIS = '试验市机构改革方案第三条';

describe('organisations in time', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county', 'administrator']);

  async function reorganise(input: object, login: string | null = 'administrator'): Promise<ActSeen> {
    const variables = { input: { on: '2024-05-01', basis: BASIS, ...input } };
    const answer = await here.server.ask<{ reorganise: ActSeen }>(REORGANISE, variables, {
      cookie: login === null ? undefined : here.cookies[login],
    });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.result.reorganise;
  }

  /** Everything kept of years that ended before 2024, byte for byte, and what the series say of them. */
  async function past(): Promise<unknown> {
    const tables = {
      editions: 'SELECT e::text AS line FROM editions e ORDER BY id',
      reports: 'SELECT r::text AS line FROM reports r WHERE year < 2024 ORDER BY id',
      standings: 'SELECT s::text AS line FROM standings s ORDER BY report_id, state',
      rollups: 'SELECT r::text AS line FROM rollups r WHERE year < 2024 ORDER BY r::text',
      versions: `SELECT (to_jsonb(v) - 'valid_to' - 'ended_by')::text AS line FROM agency_versions v WHERE valid_from < '2024-01-01' ORDER BY agency_id`,
    };
    const kept: Record<string, unknown> = {};
    for (const [table, sql] of Object.entries(tables)) {
      const lines = (await here.database.owner.query<{ line: string }>(sql)).rows.map(({ line }) => line);
      expect([table, lines.length > 0]).toEqual([table, true]);
      kept[table] = lines;
    }
    const years = { from: 2021, to: 2023 };
    const scope = { regionId: here.city.city };
    for (const groupBy of ['none', 'region', 'agency'])
      kept[groupBy] = await series(here.server, { indicators: ['new_received'], scope, years, groupBy });
    return kept;
  }

  const publish = (login: 'agency' | 'neighbour', year: number, received: string) =>
    publishReport(
      here.server,
      { agency: here.cookies[login], supervisor: here.cookies.county },
      { agencyId: here.city[login], year, received },
    );

  const obligations = async (year: number) =>
    (
      await here.database.owner.query<{ name: string; obliged: boolean }>(
        'SELECT agency_name AS name, obliged FROM reports WHERE year = $1 ORDER BY id',
        [year],
      )
    ).rows.map(({ name, obliged }) => `${name} ${obliged ? 'owes' : 'owes nothing'}`);

  it('are changed by an administrator only', async () => {
    expect(await reorganise({ kind: 'abolish', agencies: [here.city.agency] }, null)).toMatchObject({ code: 'NOT_LOGGED_IN' });
    expect(await reorganise({ kind: 'abolish', agencies: [here.city.agency] }, 'county')).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('refuses an act that cannot be, and keeps nothing of it', async () => {
    const { agency, neighbour, foreign, county } = here.city;
    const refused: readonly (readonly [object, string])[] = [
      [{ kind: 'abolish', agencies: [agency], basis: ' ' }, 'NEEDS_REASON'],
      [{ kind: 'abolish', agencies: [agency], on: '2023-02-30' }, 'BAD_REQUEST'],
      [{ kind: 'abolish', agencies: [agency], on: '2199-01-01' }, 'TOO_EARLY'],
      [{ kind: 'abolish', agencies: [agency], on: '1999-01-01' }, 'BEFORE_FOUNDING'],
      [{ kind: 'abolish', agencies: ['999999'] }, 'UNKNOWN_AGENCY'],
      [{ kind: 'abolish', agencies: ['x'] }, 'UNKNOWN_AGENCY'],
      [{ kind: 'move', agencies: [agency], regionId: '999999' }, 'UNKNOWN_REGION'],
      [{ kind: 'rename', agencies: [agency], name: '青禾县林业局' }, 'NAME_TAKEN'],
      [{ kind: 'found', successors: [{ name: '青禾县林业局', kind: 'DEPARTMENT', regionId: county }] }, 'NAME_TAKEN'],
      [{ kind: 'rename', agencies: [agency], name: '青禾县\u0007统计局' }, 'BAD_NAME'],
      [{ kind: 'found', successors: [{ name: '数据\n局', kind: 'DEPARTMENT', regionId: county }] }, 'BAD_NAME'],
      [{ kind: 'found', successors: [{ name: '青禾县数据局' }] }, 'BAD_REQUEST'],
      [{ kind: 'merge', agencies: [agency, neighbour], successors: [{ agencyId: agency }] }, 'CYCLE'],
      [{ kind: 'split', agencies: [agency], successors: [{ name: '甲局' }] }, 'BAD_REQUEST'],
      [{ kind: 'merge', agencies: [agency], successors: [{ agencyId: foreign }] }, 'OPEN_OBLIGATION'],
      [{ kind: 'abolish', agencies: [agency], obligations: [{ agencyId: agency, year: 2024, decision: 'hand_over' }] }, 'BAD_REQUEST'],
      [{ kind: 'abolish', agencies: [agency], obligations: [{ agencyId: agency, year: 2020, decision: 'release' }] }, 'OPEN_OBLIGATION'],
    ];
    for (const [input, code] of refused) expect([input, await reorganise(input)]).toMatchObject([input, { __typename: 'Refusal', code }]);
    expect((await here.database.owner.query('SELECT FROM reorganisations')).rows).toEqual([]);
    expect((await here.database.owner.query('SELECT FROM agency_versions WHERE valid_to IS NOT NULL')).rows).toEqual([]);
  });

  it('merges two: the years before show both, the years after the one that follows, and nothing is rewritten', async () => {
    const { agency, neighbour } = here.city;
    await publish('agency', 2023, '7');
    await publish('neighbour', 2023, '5');
    const before = await past();
    const merger = {
      kind: 'merge',
      agencies: [agency, neighbour],
      successors: [{ name: '青禾县统计和林业局' }],
      obligations: [
        { agencyId: agency, year: 2024, decision: 'hand_over' },
        { agencyId: neighbour, year: 2024, decision: 'release' },
      ],
    };
    expect(await reorganise({ ...merger, on: '2023-06-01' })).toMatchObject({ code: 'CONTRADICTS_REPORTS' });
    const act = await reorganise(merger);
    expect(act).toMatchObject({
      kind: 'merge',
      agencies: [{ id: agency }, { id: neighbour }],
      successors: [{ name: '青禾县统计和林业局' }],
    });
    expect(await past()).toEqual(before);
    expect(await obligations(2024)).toEqual([
      '青禾县统计局 owes nothing',
      '青禾县林业局 owes nothing',
      '南川县统计局 owes',
      '青禾县统计和林业局 owes',
    ]);
    const { result } = await here.server.ask<{ region: Record<string, { name: string }[]> }>(
      `query ($id: ID!) { region(id: $id) { y2023: agencies(year: 2023) { name } y2024: agencies(year: 2024) { name } } }`,
      { id: here.city.county },
    );
    expect(result.region.y2023!.map(({ name }) => name).sort()).toEqual(['青禾县林业局', '青禾县统计局']);
    expect(result.region.y2024!.map(({ name }) => name)).toEqual(['青禾县统计和林业局']);
    expect(await reorganise(merger)).toMatchObject({ code: 'AGENCY_ENDED' });
    const [successor] = act.successors!;
    expect(
      await reorganise({ kind: 'merge', on: '2024-09-01', agencies: [successor!.id], successors: [{ agencyId: agency }] }),
    ).toMatchObject({
      code: 'AGENCY_ENDED',
    });
    await expect(
      here.database.owner.query(
        `INSERT INTO agency_successions (predecessor_id, successor_id, kind, happened_on, basis) VALUES ($1, $2, 'merge', '2025-01-01', 'x')`,
        [successor!.id, agency],
      ),
    ).rejects.toThrow('cannot follow itself');
  });

  it('renames, moves, splits and founds, each a version or an agency more, with the basis beside it', async () => {
    const { foreign, county, otherCounty } = here.city;
    expect(await reorganise({ kind: 'rename', agencies: [foreign], name: '南川县统计普查局', on: '2024-06-01' })).toMatchObject({
      kind: 'rename',
    });
    expect(await reorganise({ kind: 'move', agencies: [foreign], regionId: county, on: '2024-07-01' })).toMatchObject({ kind: 'move' });
    expect(await obligations(2024)).toContain('南川县统计普查局 owes');
    expect(await obligations(2023)).toContain('南川县统计局 owes');
    const parted = await reorganise({
      kind: 'split',
      agencies: [foreign],
      continues: true,
      on: '2025-02-01',
      successors: [{ name: '青禾县普查中心', kind: 'PUBLIC_INSTITUTION' }],
    });
    expect(parted).toMatchObject({ kind: 'split', agencies: [{ id: foreign }], successors: [{ name: '青禾县普查中心' }] });
    const founded = { kind: 'found', on: '2025-03-01', successors: [{ name: '南川县数据局', kind: 'DEPARTMENT', regionId: otherCounty }] };
    expect(await reorganise(founded)).toMatchObject({ kind: 'found', agencies: [], successors: [{ name: '南川县数据局' }] });
    const { result } = await here.server.ask<{
      agency: { versions: unknown[]; successors: unknown[] };
      reorganisations: { total: number };
    }>(
      `query ($id: ID!) { agency(id: $id) { versions { name region { id } validFrom validTo basis } successors { kind on agency { name } } }
        reorganisations(agencyId: $id) { total } }`,
      { id: foreign },
    );
    expect(result.agency.versions).toEqual([
      { name: '南川县统计普查局', region: { id: county }, validFrom: '2024-07-01', validTo: null, basis: BASIS },
      { name: '南川县统计普查局', region: { id: otherCounty }, validFrom: '2024-06-01', validTo: '2024-07-01', basis: BASIS },
      { name: '南川县统计局', region: { id: otherCounty }, validFrom: '2000-01-01', validTo: '2024-06-01', basis: null },
    ]);
    expect(result.agency.successors).toEqual([{ kind: 'split', on: '2025-02-01', agency: { name: '青禾县普查中心' } }]);
    expect(result.reorganisations.total).toBe(3);
  });

  it('belong to a system that is filled in once and changed by an act', async () => {
    const classify = async (system: string) => {
      const input = { agencies: [{ name: '南川县统计普查局', kind: 'DEPARTMENT', region: '青禾县', system }] };
      const { result } = await here.server.ask<{ saveRegisters: { lines: { action: string }[] } }>(
        `mutation ($input: RegistersInput!) { saveRegisters(input: $input, dryRun: false) { ... on RegisterOutcome { lines { action } } } }`,
        { input },
        { cookie: here.cookies.administrator },
      );
      return result.saveRegisters.lines[0]!.action;
    };
    expect([await classify('统计'), await classify('统计'), await classify('财政')]).toEqual(['added', 'unchanged', 'refused']);
    expect(await reorganise({ kind: 'move', agencies: [here.city.foreign], system: '财政', on: '2025-07-01' })).toMatchObject({
      kind: 'move',
    });
    const { result } = await here.server.ask<{ agency: { system: string; versions: { system: string; validFrom: string }[] } }>(
      '{ agency(id: "' + here.city.foreign + '") { system versions { system validFrom } } }',
    );
    expect(result.agency).toMatchObject({
      system: '财政',
      versions: [{ system: '财政', validFrom: '2025-07-01' }, { system: '统计' }, { system: '统计' }, { system: '统计' }],
    });
    const { rows } = await here.database.owner.query<{ year: number; system: string }>(
      'SELECT DISTINCT system FROM reports WHERE agency_id = $1',
      [here.city.foreign],
    );
    expect(rows).toEqual([{ system: '统计' }]);
  });

  it('is kept for ever and written down, whoever goes round the door', async () => {
    const { owner } = here.database;
    await expect(owner.query('DELETE FROM reorganisations')).rejects.toThrow('kept for ever');
    await expect(owner.query(`UPDATE agency_versions SET name = 'x' WHERE valid_to IS NULL`)).rejects.toThrow('never changed');
    await expect(owner.query(`UPDATE agency_versions SET valid_to = NULL WHERE valid_to IS NOT NULL`)).rejects.toThrow('never changed');
    await expect(
      owner.query(`UPDATE reports SET obliged = false WHERE year = 2023 AND agency_id = $1`, [here.city.agency]),
    ).rejects.toThrow('stands as it was counted');
    const { rows } = await owner.query<{ n: string }>(`SELECT count(*) AS n FROM audit_entries WHERE action = 'reorganisations.insert'`);
    expect(rows).toEqual([{ n: '6' }]);
  });
});

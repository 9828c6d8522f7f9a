import { type RefusalSeen, type SubmissionSeen, decide, submit } from './support/filing';
import { rowCounts } from './support/row-counts';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { reportFile } from './support/written-report';

const YEAR = 2023;
const DRAFT = `version savedBy content { cells { cell text } narrative { section text } explanations { code cell text } reason }
  carried { cell amount from year rule changed edition { id } } beginsWith { number } copies { id version content { reason } } may { save discard submit }`;
const REFUSAL = '... on Refusal { code findings { code severity cells } }';
const SAVE = `mutation ($input: SaveDraftInput!) { act: saveDraft(input: $input) { __typename ... on Draft { ${DRAFT} } ${REFUSAL}
  ... on DraftConflict { theirs { ${DRAFT} } yours { id version content { reason } } } } }`;
const DISCARD = `mutation ($agencyId: ID!, $year: Int!, $version: Int!) { act: discardDraft(agencyId: $agencyId, year: $year, version: $version) {
  __typename ... on Draft { ${DRAFT} } ${REFUSAL} } }`;
const READ_FILE = `mutation ($input: ReadIntoDraftInput!) { act: readIntoDraft(input: $input) { __typename ... on Draft { ${DRAFT} } ${REFUSAL} } }`;
const SUBMIT = `mutation ($agencyId: ID!, $year: Int!, $version: Int!, $key: String) {
  act: submitDraft(agencyId: $agencyId, year: $year, version: $version, idempotencyKey: $key) {
  __typename ... on Submission { repeated receipt { number } edition { id number state } } ${REFUSAL} } }`;
const READ = `query ($agencyId: ID!, $year: Int!) { act: draft(agencyId: $agencyId, year: $year) { ${DRAFT} } }`;

interface DraftSeen {
  readonly __typename: string;
  readonly version: number;
  readonly content: {
    readonly cells: readonly { readonly cell: string; readonly text: string | null }[];
    readonly narrative: readonly { readonly section: string; readonly text: string }[];
    readonly reason: string | null;
  };
  readonly carried: readonly {
    readonly cell: string;
    readonly amount: string;
    readonly from: string;
    readonly year: number;
    readonly rule: string;
    readonly changed: boolean;
    readonly edition: { readonly id: string };
  }[];
  readonly copies: readonly { readonly id: string; readonly version: number; readonly content: { readonly reason: string } }[];
  readonly may: object;
}

describe('drafts', () => {
  const logins = ['agency', 'neighbour', 'foreign', 'county', 'other-county', 'city', 'analyst', 'administrator'];
  const here = smallCityServer(logins);
  const own = () => ({ agencyId: here.city.agency, year: YEAR });

  async function act<Result = DraftSeen>(document: string, variables: object, login: string | null = 'agency'): Promise<Result> {
    const cookie = login === null ? undefined : here.cookies[login];
    const { result, errors } = await here.server.ask<{ act: Result }>(document, { ...variables }, { cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }
  const save = <Result = DraftSeen>(version: number, content: object, more: object = {}, login?: string) =>
    act<Result>(SAVE, { input: { ...own(), version, content, ...more } }, login);
  const read = () => act<DraftSeen>(READ, own());
  const readFile = async (file = reportFile({ agency: '青禾县统计局', year: YEAR })) => {
    const { version } = await read();
    const input = { ...own(), version, file: null };
    const { result } = await here.server.ask<{ act: DraftSeen }>(READ_FILE, { input }, { cookie: here.cookies.agency, file });
    return result.act;
  };
  const discard = async () => act(DISCARD, { ...own(), version: (await read()).version });

  describe('of a new year', () => {
    let before: string;
    beforeAll(async () => {
      const cells = {
        's3/new_received/natural_person': '9',
        's3/new_received/total': '9',
        's3/carried_out/natural_person': '9',
        's3/carried_out/total': '9',
        's2/normative_documents/issued_count': '4',
        's2/normative_documents/in_force_count': '4',
      } as const;
      const filed = await submit(here.server, here.cookies.agency, {
        ...own(),
        year: YEAR - 1,
        cells: typedCells(cells),
        narrative: PLAIN_NARRATIVE,
      });
      before = (filed as SubmissionSeen).edition.id;
    });

    it('begin with what last year carries on, each figure with its source, and are kept nowhere', async () => {
      const counts = await rowCounts(here.database);
      const draft = await read();
      expect(draft).toMatchObject({ version: 0, beginsWith: null, may: { save: true, discard: false, submit: false } });
      const requests = draft.carried.filter(({ rule }) => rule === 'XY-CARRY');
      expect(requests.map(({ cell }) => cell.split('/')[1])).toEqual(Array(7).fill('carried_in'));
      expect(requests).toContainEqual({
        cell: 's3/carried_in/total',
        from: 's3/carried_out/total',
        amount: '9',
        year: YEAR - 1,
        rule: 'XY-CARRY',
        changed: false,
        edition: { id: before },
      });
      const stock = 's2/normative_documents/in_force_count';
      expect(draft.carried).toContainEqual({
        cell: stock,
        from: stock,
        amount: '4',
        year: YEAR - 1,
        rule: 'XY-STOCK',
        changed: false,
        edition: { id: before },
      });
      expect(draft.content.cells).toEqual(draft.carried.map(({ cell, amount }) => ({ cell, text: amount })));
      expect(await rowCounts(here.database)).toEqual(counts);
    });

    it('ask for a reason where a figure carried on is changed, and are drafts no more once filed', async () => {
      const changed = {
        's3/carried_in/natural_person': '8',
        's3/carried_in/total': '8',
        's3/carried_out/natural_person': '8',
        's3/carried_out/total': '8',
        's2/normative_documents/in_force_count': '4',
      } as const;
      const content = { cells: typedCells(changed), narrative: PLAIN_NARRATIVE };
      const kept = await save(0, content);
      expect(kept).toMatchObject({ __typename: 'Draft', version: 1, savedBy: 'agency', may: { save: true, discard: true, submit: true } });
      expect(kept.carried.filter((one) => one.changed).map(({ cell }) => cell)).toEqual([
        's3/carried_in/natural_person',
        's3/carried_in/total',
      ]);
      const refusal = await act<RefusalSeen>(SUBMIT, { ...own(), version: 1 });
      expect(refusal.code).toBe('NEEDS_EXPLANATION');
      expect(refusal.findings.filter(({ severity }) => severity === 'inconsistency').map(({ code }) => code)).toContain('XY-CARRY');
      expect(await read()).toMatchObject({ version: 1 });

      const explained = await save(1, { ...content, explanations: [{ code: 'XY-CARRY', text: '一件申请转由上级机关办理。' }] });
      expect(await act(SUBMIT, { ...own(), version: 1 })).toMatchObject({ code: 'DRAFT_CHANGED' });
      const filing = { ...own(), version: explained.version, key: 'from the draft' };
      const filed = await act<SubmissionSeen>(SUBMIT, filing);
      expect(filed).toMatchObject({ __typename: 'Submission', repeated: false, edition: { number: 1, state: 'submitted' } });
      expect((await here.database.owner.query('SELECT FROM drafts')).rows).toEqual([]);
      expect(await act<SubmissionSeen>(SUBMIT, filing)).toEqual({ ...filed, repeated: true });
      expect(await act(SUBMIT, { ...filing, key: 'another' })).toMatchObject({ code: 'UNKNOWN_DRAFT' });
    });

    it('begin after a return with what was returned', async () => {
      const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM editions ORDER BY id DESC LIMIT 1');
      await decide(here.server, here.cookies.county, 'returnReport', rows[0]!.id);
      const draft = await read();
      expect(draft).toMatchObject({ version: 0, beginsWith: { number: 1 } });
      expect(draft.content.cells).toContainEqual({ cell: 's3/carried_in/total', text: '8' });
      expect(draft.content.cells).toHaveLength(200);
      expect(draft.content.narrative).toEqual(PLAIN_NARRATIVE);
    });
  });

  it.each([
    ['nothing', {}],
    ['half a report', { cells: [{ cell: 's3/new_received/total', text: '12' }], narrative: [{ section: 's1', text: '未完' }] }],
    [
      'garbage',
      {
        cells: [
          { cell: 'no/such/cell', text: '十二' },
          { cell: 'no/such/cell', text: null },
        ],
        explanations: [{ code: '?', text: '' }],
      },
    ],
    [
      'characters a careless program trips over',
      { narrative: [{ section: 's6', text: 'a"\\u0000\u202e' }], reason: "'; DROP TABLE drafts; --" },
    ],
    [
      'two halves of the largest',
      {
        narrative: [
          { section: 's1', text: '公'.repeat(80_000) },
          { section: 's5', text: '开'.repeat(80_000) },
        ],
      },
    ],
  ])('keep %s as it was typed', async (_, content) => {
    const { version } = await read();
    const kept = await save(version, content);
    expect(kept).toMatchObject({ __typename: 'Draft', version: version + 1 });
    expect(await read()).toMatchObject({ version: version + 1, content: JSON.parse(JSON.stringify(content)) as object });
    expect(await save(version, content)).toMatchObject({ version: version + 1, copies: [] });
  });

  it('are refused with a code when they are larger than any report, or owed by nobody', async () => {
    const { version } = await read();
    const counts = await rowCounts(here.database);
    const large = { narrative: [{ section: 's1', text: '公'.repeat(170_000) }] };
    expect(await save(version, large)).toMatchObject({ code: 'DRAFT_TOO_LARGE' });
    expect(await save(version, {}, { year: 2018 })).toMatchObject({ code: 'NO_OBLIGATION' });
    expect(await save(-1, {})).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await save(0, {}, { agencyId: here.city.neighbour })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await rowCounts(here.database)).toEqual(counts);
  });

  it('lose nothing when two type at once: both versions are answered and kept, until somebody settles it', async () => {
    await discard();
    const first = await save(0, { reason: '甲' });
    expect(await save(first.version, { reason: '甲二' })).toMatchObject({ version: 2 });
    const conflict = await save<{ theirs: DraftSeen; yours: { id: string } }>(first.version, { reason: '乙' });
    expect(conflict).toMatchObject({
      __typename: 'DraftConflict',
      theirs: { version: 2, content: { reason: '甲二' } },
      yours: { version: 1, content: { reason: '乙' } },
    });
    // Another tab of the same account typed over the same version: its words are a copy of their own.
    const other = await save<{ yours: { id: string } }>(first.version, { reason: '丙' }, { page: 'another tab' });
    expect(other.yours.id).not.toBe(conflict.yours.id);
    expect(await save(2, { reason: '甲二' }, { settled: [other.yours.id] })).toMatchObject({ copies: [{ id: conflict.yours.id }] });
    // The stale tab goes on typing: still one copy, with its last words.
    expect(await save(first.version, { reason: '乙二' })).toMatchObject({ __typename: 'DraftConflict', yours: { id: conflict.yours.id } });
    expect(await read()).toMatchObject({ version: 2, content: { reason: '甲二' }, copies: [{ version: 1, content: { reason: '乙二' } }] });
    const settled = await save(2, { reason: '甲二，乙二' }, { settled: [conflict.yours.id] });
    expect(settled).toMatchObject({ version: 3, copies: [] });
  });

  it('let one of many at once win, and keep the words of all', async () => {
    const { version } = await read();
    const answers = await Promise.all(Array.from({ length: 5 }, (_, at) => save(version, { reason: `同时 ${at}` })));
    expect(answers.filter((answer) => answer.__typename === 'Draft')).toHaveLength(1);
    expect(answers.filter((answer) => answer.__typename === 'DraftConflict')).toHaveLength(4);
    const draft = await read();
    expect(draft.version).toBe(version + 1);
    expect(draft.copies).toHaveLength(1);
  });

  it('are thrown away by version only, and what is typed after that begins a draft anew', async () => {
    const { version } = await read();
    expect(await act(DISCARD, { ...own(), version: version - 1 })).toMatchObject({ code: 'DRAFT_CHANGED' });
    expect(await act(DISCARD, { ...own(), version })).toMatchObject({ __typename: 'Draft', version: 0, copies: [] });
    expect(await act(DISCARD, { ...own(), version })).toMatchObject({ code: 'UNKNOWN_DRAFT' });
    expect(await save(version, { reason: '别的窗口还开着' })).toMatchObject({ __typename: 'Draft', version: version + 1 });
  });

  it('are filed once by two at once', async () => {
    await discard();
    const { version } = await save(0, {
      cells: typedCells(),
      narrative: PLAIN_NARRATIVE,
      explanations: [{ code: 'XY-CARRY', text: '申请已转办，不再结转。' }],
    });
    const answers = await Promise.all([1, 2, 3].map(() => act<{ __typename: string; code?: string }>(SUBMIT, { ...own(), version })));
    expect(answers.map((answer) => answer.code ?? 'filed').filter((code) => code === 'filed')).toHaveLength(1);
    for (const { code } of answers) expect([undefined, 'DRAFT_CHANGED', 'UNKNOWN_DRAFT']).toContain(code);
    expect((await here.database.owner.query('SELECT FROM drafts')).rows).toEqual([]);
  });

  it('stay drafts when filing them is refused', async () => {
    const { version } = await save(0, { cells: typedCells({ 's3/new_received/total': '1' }), narrative: PLAIN_NARRATIVE });
    expect(await act(SUBMIT, { ...own(), version })).toMatchObject({ code: 'REPORT_HAS_ERRORS' });
    const garbage = await save(version, { cells: [{ cell: 's3/new_received/total', text: '若干' }] });
    expect(await act(SUBMIT, { ...own(), version: garbage.version })).toMatchObject({ code: 'BAD_FIGURE' });
    expect(await read()).toMatchObject({ version: garbage.version });
  });

  it('are not kept with characters that no database keeps', async () => {
    const unkeepable = { narrative: [{ section: 's1', text: 'a\u0000b' }] };
    await expect(save((await read()).version, unkeepable)).rejects.toThrow('BAD_TEXT');
  });

  it.each([null, ...logins.filter((login) => login !== 'agency')])('are seen and touched by nobody but the agency: %s', async (login) => {
    const { version } = await read();
    expect(await act(READ, own(), login)).toBeNull();
    const code = login === null ? 'NOT_LOGGED_IN' : 'NOT_ALLOWED';
    const counts = await rowCounts(here.database);
    for (const document of [DISCARD, SUBMIT]) expect(await act(document, { ...own(), version }, login)).toMatchObject({ code });
    expect(await act(SAVE, { input: { ...own(), version, content: {} } }, login)).toMatchObject({ code });
    expect(await rowCounts(here.database)).toEqual(counts);
  });

  it.each([...logins, 'system', 'anonymous'])('are seen by SQL as %s only where they are its own', async (login) => {
    await save(0, { reason: '留一份副本' });
    await readFile();
    const { owner } = here.database;
    const { rows: accounts } = await owner.query<Record<string, string>>(
      `SELECT id AS account, role, coalesce(agency_id::text, '') AS agency, coalesce(region_id::text, '') AS region FROM accounts WHERE login = $1`,
      [login],
    );
    await owner.query('BEGIN; SET LOCAL ROLE gongkai_app');
    for (const [name, value] of Object.entries(accounts[0] ?? { role: login, account: '', agency: '', region: '' }))
      await owner.query('SELECT set_config($1, $2, true)', [`gongkai.${name}`, value]);
    for (const table of ['drafts', 'draft_copies', 'thrown_drafts', 'draft_files']) {
      expect((await owner.query(`SELECT FROM ${table}`)).rows.length > 0).toBe(login === 'agency');
      if (table.includes('thrown') || table.includes('files')) continue;
      expect((await owner.query(`UPDATE ${table} SET version = version`)).rowCount).toBe(login === 'agency' ? 1 : 0);
    }
    await owner.query('ROLLBACK');
  });

  it('leave their words out of the audit trail', async () => {
    const { rows } = await here.database.owner.query<{ after: object }>(
      `SELECT after FROM audit_entries WHERE action LIKE 'draft%' AND after IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { after } of rows) expect(Object.keys(after)).not.toContain('content');
  });
});

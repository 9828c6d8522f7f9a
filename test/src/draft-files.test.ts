import { createHash } from 'node:crypto';
import { type RefusalSeen, decide } from './support/filing';
import { rowCounts } from './support/row-counts';
import type { Upload } from './support/running-server';
import { smallCityServer } from './support/small-city-server';
import { reportFile } from './support/written-report';

const YEAR = 2023;
const AGENCY = '青禾县统计局';
const DRAFT = `life version content { form cells { cell text } narrative { section text } reason } typed { cell by }
  thrown { content { reason } fileName } file { id name mediaType size sha256 readBy title agencyName year forms { s2 s3 s4 }
  readings { cell text raw state place { line row } confidence doubted } narrative { section text } residue { raw } findings { code severity cells } }`;
const REFUSAL = '... on Refusal { code findings { code severity cells } }';
const DONE = `__typename ... on Draft { ${DRAFT} } ${REFUSAL}`;
const READ_FILE = `mutation ($input: ReadIntoDraftInput!) { act: readIntoDraft(input: $input) { ${DONE} } }`;
const SAVE = `mutation ($input: SaveDraftInput!) { act: saveDraft(input: $input) { ${DONE} } }`;
const DISCARD = `mutation ($agencyId: ID!, $year: Int!, $version: Int!) { act: discardDraft(agencyId: $agencyId, year: $year, version: $version) { ${DONE} } }`;
const READ = `query ($agencyId: ID!, $year: Int!) { act: draft(agencyId: $agencyId, year: $year) { ${DRAFT} } }`;
const EDITION = `id receipt { documentSha256 } document { name path } narrative { section heading text }
  cells { cell raw amount source place { line row } typedOver { raw by place { line row } } }`;
const SUBMIT = `mutation ($agencyId: ID!, $year: Int!, $version: Int!) { act: submitDraft(agencyId: $agencyId, year: $year, version: $version) {
  __typename ... on Submission { edition { ${EDITION} } } ... on Refusal { code findings { code severity cells } arrival { documentSha256 } } } }`;

interface CellSeen {
  readonly cell: string;
  readonly text: string | null;
}
interface DraftSeen {
  readonly __typename: string;
  readonly code?: string;
  readonly version: number;
  readonly content: { readonly form: string; readonly cells: readonly CellSeen[]; readonly narrative: readonly object[] };
  readonly typed: readonly { readonly cell: string; readonly by: string }[];
  readonly thrown: readonly { readonly content: { readonly reason: string | null }; readonly fileName: string | null }[];
  readonly file: {
    readonly id: string;
    readonly sha256: string;
    readonly readings: readonly (CellSeen & { readonly raw: string; readonly place: object | null; readonly doubted: boolean })[];
    readonly findings: readonly { readonly code: string; readonly severity: string }[];
  } | null;
}
interface EditionSeen {
  readonly id: string;
  readonly document: { readonly path: string };
  readonly cells: readonly {
    readonly cell: string;
    readonly source: string;
    readonly place: object | null;
    readonly typedOver: object | null;
  }[];
}

describe('a draft that was read from a file', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county']);
  const own = () => ({ agencyId: here.city.agency, year: YEAR });

  async function act<Result = DraftSeen>(
    document: string,
    variables: object,
    login: string | null = 'agency',
    file?: Upload,
  ): Promise<Result> {
    const cookie = login === null ? undefined : here.cookies[login];
    const { result, errors } = await here.server.ask<{ act: Result }>(document, { ...variables }, { cookie, ...(file ? { file } : {}) });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }
  const read = () => act(READ, own());
  const readFile = async (file: Upload, more: object = {}, login?: string) => {
    const version = (await read()).version;
    return act<DraftSeen>(READ_FILE, { input: { ...own(), version, file: null, ...more } }, login, file);
  };
  const save = (draft: DraftSeen, changes: Readonly<Record<string, string | null>>, more: object = {}) => {
    const { form, narrative } = draft.content;
    const cells = draft.content.cells.map(({ cell, text }) => ({ cell, text: cell in changes ? changes[cell]! : text }));
    return act(SAVE, { input: { ...own(), version: draft.version, content: { form, cells, narrative, ...more } } });
  };
  const textOf = (draft: DraftSeen, cell: string) => draft.content.cells.find((one) => one.cell === cell)?.text;
  const good = reportFile({ agency: AGENCY, year: YEAR });
  const broken = reportFile({ agency: AGENCY, year: YEAR, brokenTotal: '30' });
  const TOTAL = 's3/new_received/total';

  it('says what the file says, cell by cell with its place, and what was typed before can be brought back', async () => {
    await act(SAVE, { input: { ...own(), version: 0, content: { reason: '先前键入的' } } });
    const draft = await readFile(good);
    expect(draft).toMatchObject({
      version: 2,
      content: { form: 'gb2021_30', reason: '先前键入的' },
      typed: [],
      file: { name: good.name, mediaType: 'text/plain', size: good.content.byteLength, readBy: 'agency', agencyName: AGENCY, year: YEAR },
    });
    expect(draft.file!.sha256).toBe(createHash('sha256').update(good.content).digest('hex'));
    expect(draft.content.cells).toHaveLength(200);
    expect(draft.file!.readings).toHaveLength(200);
    for (const { cell, text } of draft.file!.readings) expect([cell, textOf(draft, cell)]).toEqual([cell, text]);
    expect(textOf(draft, TOTAL)).toBe('3');
    expect(draft.file!.readings.find(({ cell }) => cell === TOTAL)).toMatchObject({
      raw: '3',
      place: { line: expect.any(Number) as number },
    });
    expect(draft.content.narrative).toEqual((draft.file as unknown as { narrative: object[] }).narrative);
    expect(draft.thrown).toEqual([{ content: { reason: '先前键入的' }, fileName: null }]);
    expect((await read()).file).toEqual(draft.file);
  });

  it('is refused as a filing of the file would be, and nothing is kept', async () => {
    const counts = await rowCounts(here.database);
    const code = async (file: Upload, more: object = {}, login?: string) => (await readFile(file, more, login)).code;
    expect(await code(reportFile({ agency: AGENCY, year: YEAR - 1 }))).toBe('OTHER_YEAR');
    expect(await code(reportFile({ agency: '青禾县林业局', year: YEAR }))).toBe('OTHER_AGENCY');
    expect(await code({ name: '空.txt', content: Buffer.alloc(0) })).toBe('EMPTY_FILE');
    expect(await code({ name: '图.docx', content: Buffer.from('PK\u0003\u0004 no zip') })).toEqual(expect.stringMatching(/^[A-Z_]+$/));
    expect(await code(good, { version: 1 })).toBe('DRAFT_CHANGED');
    expect(await code(good, { year: 2018 })).toBe('NO_OBLIGATION');
    expect(await code(good, {}, 'neighbour')).toBe('NOT_ALLOWED');
    expect(await code(good, {}, 'county')).toBe('NOT_ALLOWED');
    expect(await rowCounts(here.database)).toEqual(counts);
  });

  it('is mended by hand, keeps what the file said, and is filed with the file as its original', async () => {
    const draft = await readFile(broken);
    expect(textOf(draft, TOTAL)).toBe('30');
    expect(draft.file!.findings.some(({ severity }) => severity === 'inconsistency' || severity === 'error')).toBe(true);
    const refused = await act<RefusalSeen & { arrival: object }>(SUBMIT, { ...own(), version: draft.version });
    expect(refused).toMatchObject({ __typename: 'Refusal', arrival: { documentSha256: draft.file!.sha256 } });

    const mended = await save(draft, { [TOTAL]: '3' });
    expect(mended.typed).toEqual([{ cell: TOTAL, by: 'agency' }]);
    expect(mended.file).toEqual(draft.file);
    // Typed back: the file says so, nobody typed.
    const back = await save(mended, { [TOTAL]: '30' });
    expect(back.typed).toEqual([]);
    const again = await save(back, { [TOTAL]: ' 3 ' });
    const filed = await act<{ edition: EditionSeen }>(SUBMIT, { ...own(), version: again.version });
    expect(filed).toMatchObject({ __typename: 'Submission', edition: { receipt: { documentSha256: draft.file!.sha256 } } });

    const { cells, document } = filed.edition;
    const typed = cells.filter(({ source }) => source === 'typed');
    expect(typed).toEqual([
      {
        cell: TOTAL,
        raw: '3',
        amount: '3',
        source: 'typed',
        place: null,
        typedOver: { raw: '30', by: 'agency', place: expect.any(Object) as object },
      },
    ]);
    for (const { typedOver } of cells.filter(({ source }) => source === 'document')) expect(typedOver).toBeNull();
    expect(cells.filter(({ place, source }) => source === 'document' && place !== null).length).toBeGreaterThan(180);
    const original = await fetch(here.server.address + document.path, { headers: { cookie: here.cookies.agency! } });
    expect(Buffer.from(await original.arrayBuffer()).equals(broken.content)).toBe(true);
    const { rows } = await here.database.owner.query<{ seal: object }>('SELECT edition_sha256($1) AS seal', [filed.edition.id]);
    expect(Object.keys(rows[0]!.seal)).toContain('typed');
  });

  it('is taken up again where what was filed is taken back: the same file, and what was typed over it by whom', async () => {
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM editions ORDER BY id DESC LIMIT 1');
    const { id } = rows[0]!;
    const before = await act<EditionSeen>(`query ($id: ID!) { act: edition(id: $id) { ${EDITION} } }`, { id });
    await act(`mutation ($id: ID!) { act: withdrawReport(editionId: $id, reason: "还有一处要改") { __typename } }`, { id });
    const draft = await read();
    expect(draft).toMatchObject({
      version: 0,
      typed: [{ cell: TOTAL, by: 'agency' }],
      file: { name: broken.name, mediaType: 'text/plain', size: broken.content.byteLength, readBy: 'agency' },
    });
    expect(textOf(draft, TOTAL)).toBe('3');
    expect(draft.file!.readings.find(({ cell }) => cell === TOTAL)).toMatchObject({
      text: '30',
      raw: '30',
      place: expect.any(Object) as object,
    });
    const others = draft.file!.readings.filter(({ cell }) => cell !== TOTAL);
    for (const { cell, text } of others) expect([cell, textOf(draft, cell)]).toEqual([cell, text]);

    const same = await save(draft, {});
    expect({ ...same, file: { ...same.file, findings: [] } }).toMatchObject({
      version: 1,
      typed: draft.typed,
      file: { sha256: draft.file!.sha256 },
    });
    expect(same.file!.readings).toEqual(draft.file!.readings);
    const again = await save(same, {}, { explanations: [], narrative: draft.content.narrative });
    const filed = await act<{ edition: EditionSeen }>(SUBMIT, { ...own(), version: again.version });
    expect(filed).toMatchObject({ __typename: 'Submission', edition: { receipt: { documentSha256: draft.file!.sha256 } } });
    expect(filed.edition.cells).toEqual(before.cells);
  });

  it('is told to others as far as they may know who typed', async () => {
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM editions ORDER BY id DESC LIMIT 1');
    const { id } = rows[0]!;
    for (const step of ['acceptReport', 'publishReport'] as const) await decide(here.server, here.cookies.county, step, id);
    const seen = await act<EditionSeen>(`query ($id: ID!) { act: edition(id: $id) { ${EDITION} } }`, { id }, null);
    expect(seen.cells.find(({ cell }) => cell === TOTAL)).toMatchObject({ source: 'typed', typedOver: { raw: '30', by: null } });
  });

  it('leaves no file behind once it is filed or gone for good', async () => {
    const { owner } = here.database;
    // What gave way to files before is in the bin still.
    await owner.query(`UPDATE thrown_drafts SET thrown_at = now() - interval '31 days'`);
    const draft = await readFile(good);
    await act(DISCARD, { ...own(), version: draft.version });
    const files = async () => (await owner.query('SELECT FROM draft_files')).rows.length;
    expect(await files()).toBe(1);
    expect((await read()).thrown).toEqual([{ content: { reason: null }, fileName: good.name }]);
    await owner.query(`UPDATE thrown_drafts SET thrown_at = now() - interval '31 days'`);
    // What the next draft begins with has a file of its own, and goes with it.
    const next = await act(SAVE, { input: { ...own(), version: 0, content: { reason: 'x' } } });
    await act(DISCARD, { ...own(), version: next.version });
    expect((await read()).thrown).toEqual([{ content: { reason: 'x' }, fileName: broken.name }]);
    expect(await files()).toBe(1);
  });

  it('is whole where a section that the file lacks is typed', async () => {
    const text = Buffer.from(good.content).toString('utf8');
    const cut = text.indexOf('五、');
    const short = { name: '缺第五部分.txt', content: Buffer.from(text.slice(0, cut) + text.slice(text.indexOf('六、'))) };
    expect(cut).toBeGreaterThan(0);
    const draft = await readFile(short);
    const missing = draft.file!.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(missing.length).toBeGreaterThan(0);
    const reasons = { reasonClass: 'correction', reason: '更正第五部分的内容' };
    const lacking = await save(draft, {}, reasons);
    expect(await act<RefusalSeen>(SUBMIT, { ...own(), version: lacking.version })).toMatchObject({ code: 'REPORT_HAS_ERRORS' });
    const narrative = [...draft.content.narrative, { section: 's5', text: '存在公开不够及时的问题，今后将加强培训，按时更新。' }];
    const whole = await save(lacking, {}, { narrative, ...reasons });
    const filed = await act<{ __typename: string; findings?: object }>(SUBMIT, { ...own(), version: whole.version });
    expect(filed).toMatchObject({ __typename: 'Submission' });
  });
});

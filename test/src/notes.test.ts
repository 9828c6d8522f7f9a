import { decide } from './support/filing';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { reportFile } from './support/written-report';

const YEAR = 2023;
const CELL = 's3/new_received/total';
const NOTES = [
  { on: CELL, text: '含移交的2件' },
  { on: 's2', text: '规章由市政府制定' },
] as const;
const NOTED = 'notes { on text }';
const REFUSAL = '... on Refusal { code message { zh en } }';
const EDITION = `id ${NOTED} cells { cell raw note } receipt { contentSha256 }`;

interface EditionSeen {
  readonly id: string;
  readonly notes: readonly { readonly on: string; readonly text: string }[];
  readonly cells: readonly { readonly cell: string; readonly raw: string; readonly note: string | null }[];
  readonly receipt: { readonly contentSha256: string };
}
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: { readonly zh: string };
  readonly version: number;
  readonly content: { readonly notes: EditionSeen['notes'] };
  readonly edition: EditionSeen;
}

describe('notes on cells and sections', () => {
  const here = smallCityServer(['agency', 'county']);
  const own = () => ({ agencyId: here.city.agency, year: YEAR });

  async function ask<Result = Answer>(query: string, variables: object, login: string | null = 'agency'): Promise<Result> {
    const cookie = login === null ? undefined : here.cookies[login];
    const { result, errors } = await here.server.ask<{ act: Result }>(query, { ...variables }, { cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }
  const submit = (notes: readonly object[], more: object = {}) =>
    ask(
      `mutation ($input: SubmitReportInput!) { act: submitReport(input: $input) { __typename ${REFUSAL} ... on Submission { edition { ${EDITION} } } } }`,
      { input: { report: { ...own(), cells: typedCells(), narrative: PLAIN_NARRATIVE, ...more }, notes } },
    );
  const save = (version: number, content: object) =>
    ask(
      `mutation ($input: SaveDraftInput!) { act: saveDraft(input: $input) { __typename ${REFUSAL} ... on Draft { version content { ${NOTED} } } } }`,
      { input: { ...own(), version, content } },
    );
  const draft = () =>
    ask(
      'query ($agencyId: ID!, $year: Int!) { act: draft(agencyId: $agencyId, year: $year) { version content { notes { on text } } } }',
      own(),
    );
  const file = (version: number) =>
    ask(
      `mutation ($agencyId: ID!, $year: Int!, $version: Int!) { act: submitDraft(agencyId: $agencyId, year: $year, version: $version) {
        __typename ${REFUSAL} ... on Submission { edition { ${EDITION} } } } }`,
      { ...own(), version },
    );

  it('are refused where they are too long, on nothing of the report, or two on one place', async () => {
    expect(await submit([{ on: CELL, text: '注'.repeat(501) }])).toMatchObject({ code: 'NOTE_TOO_LONG' });
    const astray = await submit([{ on: 's3/other_processing/total', text: '含移交' }]);
    expect(astray.code).toBe('NOTE_ASTRAY');
    expect(astray.message?.zh).not.toMatch(/[a-z]/);
    expect(await submit([{ on: 's7', text: '含移交' }])).toMatchObject({ code: 'NOTE_ASTRAY' });
    expect(await submit([NOTES[0], { on: CELL, text: '另一条' }])).toMatchObject({ code: 'NOTE_REPEATED' });
  });

  it('stay with the draft, through a file that is read into it, and go with the edition', async () => {
    await save(0, { cells: typedCells(), narrative: PLAIN_NARRATIVE, notes: [...NOTES, { on: 's5', text: '  ' }] });
    const { version } = await draft();
    const { result } = await here.server.ask<{ act: Answer }>(
      `mutation ($input: ReadIntoDraftInput!) { act: readIntoDraft(input: $input) { __typename ${REFUSAL} ... on Draft { version content { ${NOTED} } } } }`,
      { input: { ...own(), version, file: null } },
      { cookie: here.cookies.agency, file: reportFile({ agency: '青禾县统计局', year: YEAR }) },
    );
    expect(result.act.content.notes.slice(0, 2)).toEqual(NOTES);
    const { edition } = await file(result.act.version);
    expect(edition.notes).toEqual(NOTES);
    expect(edition.cells.find(({ cell }) => cell === CELL)?.note).toBe('含移交的2件');
    expect(edition.cells.filter(({ note }) => note !== null)).toHaveLength(1);
    expect((await draft()).content.notes).toEqual(NOTES);
  });

  it('are part of what is said: another note is another content, and a difference between editions', async () => {
    const before = (await submit(NOTES, { year: 2022 })).edition;
    const after = (await submit([NOTES[0], { on: 's2', text: '规章由省政府制定' }], { year: 2022 })).edition;
    expect(after.receipt.contentSha256).not.toBe(before.receipt.contentSha256);
    expect(await submit(NOTES.slice(0, 1).concat({ on: 's2', text: '规章由省政府制定 ' } as never), { year: 2022 })).toMatchObject({
      code: 'ALREADY_FILED',
    });
    const diff = await ask<{ notes: readonly object[]; cells: readonly object[] }>(
      'query ($before: ID!, $after: ID!) { act: editionDiff(before: $before, after: $after) { ... on EditionDiff { cells { cell } notes { on before after } } } }',
      { before: before.id, after: after.id },
    );
    expect(diff).toEqual({ cells: [], notes: [{ on: 's2', before: '规章由市政府制定', after: '规章由省政府制定' }] });
    await decide(here.server, here.cookies.county, 'acceptReport', after.id);
    const read = 'query ($id: ID!) { act: edition(id: $id) { notes { on text } } }';
    expect(await ask<EditionSeen | null>(read, { id: after.id }, null)).toBeNull();
    await decide(here.server, here.cookies.county, 'publishReport', after.id);
    expect((await ask<EditionSeen>(read, { id: after.id }, null)).notes).toHaveLength(2);
  });

  it('are none in a draft that was kept before there were any', async () => {
    await save(0, { cells: typedCells(), notes: NOTES });
    await here.database.owner.query(`UPDATE drafts SET content = (content::jsonb - 'notes')::text`);
    expect((await draft()).content.notes).toEqual([]);
  });
});

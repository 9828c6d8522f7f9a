import { smallCityServer } from './support/small-city-server';

const YEAR = 2023;
const DRAFT = 'life version copies { id } content { reason } thrown { id content { reason } thrownBy }';
const DONE = `__typename ... on Draft { ${DRAFT} } ... on Refusal { code }`;
const SAVE = `mutation ($input: SaveDraftInput!) { act: saveDraft(input: $input) { ${DONE} ... on DraftConflict { theirs { ${DRAFT} } yours { id } } } }`;
const DISCARD = `mutation ($agencyId: ID!, $year: Int!, $version: Int!) { act: discardDraft(agencyId: $agencyId, year: $year, version: $version) { ${DONE} } }`;
const READ = `query ($agencyId: ID!, $year: Int!) { act: draft(agencyId: $agencyId, year: $year) { ${DRAFT} } }`;
const RESTORE = `mutation ($agencyId: ID!, $year: Int!, $version: Int!, $thrownId: ID!) {
  act: restoreDraft(agencyId: $agencyId, year: $year, version: $version, thrownId: $thrownId) { ${DONE} } }`;

interface DraftSeen {
  readonly __typename: string;
  readonly life: string | null;
  readonly version: number;
  readonly thrown: readonly { readonly id: string; readonly content: { readonly reason: string }; readonly thrownBy: string }[];
}

describe('drafts that were thrown away', () => {
  const here = smallCityServer(['agency', 'neighbour']);
  const own = () => ({ agencyId: here.city.agency, year: YEAR });

  async function act<Result = DraftSeen>(document: string, variables: object, login = 'agency'): Promise<Result> {
    const { result, errors } = await here.server.ask<{ act: Result }>(document, { ...variables }, { cookie: here.cookies[login] });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }
  const save = <Result = DraftSeen>(version: number, content: object, more: object = {}) =>
    act<Result>(SAVE, { input: { ...own(), version, content, ...more } });
  const read = () => act(READ, own());
  const discard = async () => act(DISCARD, { ...own(), version: (await read()).version });

  it('are not written over by who still types in one that was thrown away, whatever its version', async () => {
    const { version, life } = await save(0, { reason: '旧稿' });
    await discard();
    const begun = await save(0, { reason: '新稿' });
    expect([begun.version, begun.life === life]).toEqual([version, false]);
    const late = await save<{ yours: { id: string } }>(version, { reason: '旧稿续写' }, { life });
    expect(late).toMatchObject({ __typename: 'DraftConflict', theirs: { content: { reason: '新稿' } } });
    expect(await save(begun.version, { reason: '新稿' }, { life: begun.life, settled: [late.yours.id] })).toMatchObject({ copies: [] });
  });

  it('are brought back for 30 days with their copies, by their agency, and gone for good after', async () => {
    await discard();
    const first = await save(0, { reason: '甲' });
    await save(first.version, { reason: '乙' });
    await save(first.version, { reason: '丙' });
    const empty = await discard();
    expect(empty.thrown.slice(0, 2).map(({ content }) => content.reason)).toEqual(['乙', '丙']);
    const [thrown, beside] = empty.thrown;
    const restore = (thrownId: string, version: number, login?: string) => act(RESTORE, { ...own(), version, thrownId }, login);
    expect(await restore(thrown!.id, 0, 'neighbour')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await restore(thrown!.id, 7)).toMatchObject({ code: 'DRAFT_CHANGED' });
    expect(await restore('999999', 0)).toMatchObject({ code: 'UNKNOWN_DRAFT' });
    const back = await restore(thrown!.id, 0);
    expect(back).toMatchObject({ version: 1, content: { reason: '乙' } });
    // What stands gives way in turn, and can be brought back too.
    const other = await restore(beside!.id, 1);
    expect(other).toMatchObject({ version: 2, content: { reason: '丙' } });
    expect(other.thrown[0]).toMatchObject({ content: { reason: '乙' }, thrownBy: 'agency' });
    await here.database.owner.query(`UPDATE thrown_drafts SET thrown_at = now() - interval '31 days'`);
    expect((await read()).thrown).toEqual([]);
    expect(await restore(other.thrown[0]!.id, 2)).toMatchObject({ code: 'UNKNOWN_DRAFT' });
    await discard();
    expect((await here.database.owner.query('SELECT FROM thrown_drafts')).rows).toHaveLength(1);
  });
});

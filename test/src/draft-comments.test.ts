import { type SubmissionSeen, decide, submit } from './support/filing';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const YEAR = 2023;
const CELL = 's2/regulations/issued_count';

describe('comments that a draft has to answer', () => {
  const here = smallCityServer(['agency', 'county']);

  async function respondsTo(): Promise<readonly { readonly cell: string; readonly text: string; readonly outcome: string }[]> {
    const { result } = await here.server.ask<{ draft: { respondsTo: { cell: string; text: string; outcome: string }[] } }>(
      'query ($id: ID!, $year: Int!) { draft(agencyId: $id, year: $year) { respondsTo { cell text outcome } } }',
      { id: here.city.agency, year: YEAR },
      { cookie: here.cookies.agency },
    );
    return result.draft.respondsTo;
  }
  async function file(cells: Parameters<typeof typedCells>[0]): Promise<string> {
    const filing = { agencyId: here.city.agency, year: YEAR, cells: typedCells(cells), narrative: PLAIN_NARRATIVE };
    return ((await submit(here.server, here.cookies.agency, filing)) as SubmissionSeen).edition.id;
  }
  const change = (mutation: string, variables: object, login: string) =>
    here.server.ask<{ act: { __typename: string } }>(mutation, { ...variables }, { cookie: here.cookies[login] });

  it('stand with it after a return, and after what was filed since is taken back, until they are answered by an edition', async () => {
    const first = await file({ [CELL]: '1', 's2/regulations/in_force_count': '1' });
    expect(await respondsTo()).toEqual([]);
    await change(
      'mutation ($id: ID!, $comments: [CellCommentInput!]) { act: returnReport(editionId: $id, reason: "请核对规章的数量", comments: $comments) { __typename } }',
      { id: first, comments: [{ cell: CELL, text: '县级部门一般不制定规章' }] },
      'county',
    );
    const open = [{ cell: CELL, text: '县级部门一般不制定规章', outcome: 'open' }];
    expect(await respondsTo()).toEqual(open);
    const second = await file({});
    await change(
      'mutation ($id: ID!) { act: withdrawReport(editionId: $id, reason: "还有一处要改") { __typename } }',
      { id: second },
      'agency',
    );
    expect(await respondsTo()).toEqual(open);
    await decide(
      here.server,
      here.cookies.county,
      'acceptReport',
      await file({ 's2/normative_documents/issued_count': '1', 's2/normative_documents/in_force_count': '1' }),
    );
    expect(await respondsTo()).toEqual([]);
  });
});

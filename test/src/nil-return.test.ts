import { type SubmissionSeen, submit } from './support/filing';
import { rowCounts } from './support/row-counts';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const YEAR = 2023;

describe('a nil return', () => {
  const here = smallCityServer(['agency', 'county']);
  const NIL = `mutation ($input: NilReturnInput!) { act: fileNil(input: $input) { __typename ... on Refusal { code } ... on Submission { repeated
    edition { nil cells { state amount } narrative { section } events { state why } findings { code severity } } } } }`;
  const STATEMENT = '本机关2023年未发生应当统计的事项。';

  async function fileNil(more: object = {}): Promise<Record<string, unknown>> {
    const input = { agencyId: here.city.agency, year: YEAR, statement: STATEMENT, narrative: PLAIN_NARRATIVE, ...more };
    const { result, errors } = await here.server.ask<{ act: Record<string, unknown> }>(NIL, { input }, { cookie: here.cookies.agency });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }

  it('is refused without a statement and without the sections that are owed all the same', async () => {
    const counts = await rowCounts(here.database);
    expect(await fileNil({ statement: ' 无 ' })).toMatchObject({ code: 'NEEDS_STATEMENT' });
    expect(await fileNil({ narrative: [] })).toMatchObject({ code: 'REPORT_HAS_ERRORS' });
    const silent = PLAIN_NARRATIVE.map((part) => (part.section === 's6' ? { ...part, text: '无其他事项。' } : part));
    expect(await fileNil({ narrative: silent })).toMatchObject({ code: 'NEEDS_EXPLANATION' });
    expect(await fileNil({ agencyId: here.city.neighbour })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await rowCounts(here.database)).toEqual(counts);
  });

  it('says in one act 200 times zero, with its statement, and is repeated by its key', async () => {
    const filed = await fileNil({ idempotencyKey: 'nil' });
    const { edition } = filed as { edition: { nil: boolean; cells: object[]; events: object[]; findings: object[] } };
    expect(edition.nil).toBe(true);
    expect(edition.cells).toHaveLength(200);
    for (const cell of edition.cells) expect(cell).toEqual({ state: 'number', amount: expect.stringMatching(/^0(\.0+)?$/) as string });
    expect(edition.events).toEqual([{ state: 'submitted', why: STATEMENT }]);
    expect(edition.findings).toEqual([]);
    expect(await fileNil({ idempotencyKey: 'nil' })).toMatchObject({ __typename: 'Submission', repeated: true });
    expect(await fileNil()).toMatchObject({ code: 'ALREADY_FILED' });
  });

  it('is not what a blank report is, nor one with a single figure', async () => {
    const file = (year: number, cells: readonly object[]) =>
      submit(here.server, here.cookies.agency, { agencyId: here.city.agency, year, cells: cells as never, narrative: PLAIN_NARRATIVE });
    expect(await file(2022, [])).toMatchObject({ code: 'REPORT_HAS_ERRORS' });
    const filed = (await file(
      2022,
      typedCells({ 's2/regulations/issued_count': '1', 's2/regulations/in_force_count': '1' }),
    )) as SubmissionSeen;
    const { result } = await here.server.ask<{ edition: { nil: boolean } }>(
      'query ($id: ID!) { edition(id: $id) { nil } }',
      { id: filed.edition.id },
      { cookie: here.cookies.agency },
    );
    expect(result.edition.nil).toBe(false);
  });
});

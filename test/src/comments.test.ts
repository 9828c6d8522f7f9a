import { type SubmissionSeen, submit } from './support/filing';
import { rowCounts } from './support/row-counts';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const YEAR = 2023;
const LOGINS = ['agency', 'neighbour', 'foreign', 'county', 'other-county', 'city', 'analyst', 'administrator'];
const COMMENT = 'id cell text outcome answers { text by } may { answer }';
const CELLS = ['s2/regulations/issued_count', 's2/regulations/in_force_count', 's3/new_received/total'] as const;
const FIRST = { 's2/regulations/issued_count': '1', 's2/regulations/in_force_count': '1' } as const;

interface CommentSeen {
  readonly id: string;
  readonly cell: string;
  readonly outcome: string;
  readonly answers: readonly { readonly text: string; readonly by: string }[];
  readonly may: { readonly answer: boolean };
}
interface EditionSeen {
  readonly respondsTo: readonly CommentSeen[];
  readonly events: readonly { readonly comments: readonly CommentSeen[] }[];
}

describe('comments of a return', () => {
  const here = smallCityServer(LOGINS);
  let returned: string;

  async function ask<Result>(login: string | null, document: string, variables: object): Promise<Result> {
    const cookie = login === null ? undefined : here.cookies[login];
    const { result, errors } = await here.server.ask<{ it: Result }>(document, { ...variables }, { cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.it;
  }
  const read = (login: string, id: string) =>
    ask<EditionSeen | null>(
      login,
      `query ($id: ID!) { it: edition(id: $id) { respondsTo { ${COMMENT} } events { comments { ${COMMENT} } } } }`,
      { id },
    );
  const answer = (login: string | null, commentId: string, text: string) =>
    ask<CommentSeen & { readonly code?: string }>(
      login,
      `mutation ($commentId: ID!, $text: String!) { it: answerComment(commentId: $commentId, text: $text) { ... on CellComment { ${COMMENT} } ... on Refusal { code } } }`,
      { commentId, text },
    );
  const file = async (cells: Parameters<typeof typedCells>[0]) => {
    const filed = await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: YEAR,
      cells: typedCells(cells),
      narrative: PLAIN_NARRATIVE,
    });
    return (filed as SubmissionSeen).edition.id;
  };
  const outcomes = (comments: readonly CommentSeen[]) => comments.map(({ cell, outcome }) => [cell, outcome]);
  const toldIn = (edition: EditionSeen | null) => edition!.events.flatMap(({ comments }) => comments);

  beforeAll(async () => {
    returned = await file(FIRST);
    const state = await ask<{ state: string }>(
      'county',
      'mutation ($id: ID!, $comments: [CellCommentInput!]) { it: returnReport(editionId: $id, reason: "请逐条核对规章", comments: $comments) { ... on Edition { state } } }',
      { id: returned, comments: CELLS.map((cell, at) => ({ cell, text: `第${at + 1}条` })) },
    );
    expect(state).toEqual({ state: 'returned' });
  });

  it('reach the agency as open items of their own', async () => {
    const items = toldIn(await read('agency', returned));
    expect(outcomes(items)).toEqual(CELLS.map((cell) => [cell, 'open']));
    expect(items.map(({ may }) => may.answer)).toEqual([true, true, true]);
    expect(toldIn(await read('county', returned)).map(({ may }) => may.answer)).toEqual([false, false, false]);
  });

  it('are answered one by one; another answer stands beside the first', async () => {
    const [, second] = toldIn(await read('agency', returned));
    expect(await answer('agency', second!.id, ' 规章为2022年制定，无误。 ')).toMatchObject({
      cell: CELLS[1],
      outcome: 'answered',
      answers: [{ text: '规章为2022年制定，无误。', by: 'agency' }],
    });
    expect((await answer('agency', second!.id, '补充：文号见附件。')).answers).toHaveLength(2);
    expect(outcomes(toldIn(await read('county', returned)))).toEqual([
      [CELLS[0], 'open'],
      [CELLS[1], 'answered'],
      [CELLS[2], 'open'],
    ]);
  });

  it.each([null, ...LOGINS.filter((login) => login !== 'agency')])('are answered by nobody but the agency: %s', async (login) => {
    const [first] = toldIn(await read('agency', returned));
    const before = await rowCounts(here.database);
    const code = login === null ? 'NOT_LOGGED_IN' : ['county', 'city', 'administrator'].includes(login) ? 'NOT_ALLOWED' : 'UNKNOWN_COMMENT';
    expect(await answer(login, first!.id, '不是我们的事')).toEqual({ code });
    expect(await rowCounts(here.database)).toEqual(before);
  });

  it.each([
    ['no comment of the event', '1-2-9', '答', 'UNKNOWN_COMMENT'],
    ['an event without comments', '1-1-1', '答', 'UNKNOWN_COMMENT'],
    ['what is no id', "1-2-1' OR 1=1", '答', 'UNKNOWN_COMMENT'],
    ['an edition that is not there', '999-2-1', '答', 'UNKNOWN_COMMENT'],
    ['nothing said', '1-2-1', '  ', 'BAD_REQUEST'],
    ['too much said', '1-2-1', '答'.repeat(2001), 'BAD_REQUEST'],
  ])('refuse %s with a code', async (_, id, text, code) => {
    const before = await rowCounts(here.database);
    expect(await answer('agency', id.replace(/^1-/, `${returned}-`), text)).toEqual({ code });
    expect(await rowCounts(here.database)).toEqual(before);
  });

  it('stand by the next edition as resolved, answered or open, also when that is replaced once more', async () => {
    const second = await file({ 's2/regulations/in_force_count': '1' });
    const expected = [
      [CELLS[0], 'resolved'],
      [CELLS[1], 'answered'],
      [CELLS[2], 'open'],
    ];
    expect(outcomes((await read('county', second))!.respondsTo)).toEqual(expected);
    expect(outcomes(toldIn(await read('county', returned)))).toEqual(expected);
    const third = await file({
      's2/regulations/in_force_count': '1',
      's2/normative_documents/issued_count': '1',
      's2/normative_documents/in_force_count': '1',
    });
    expect(outcomes((await read('county', third))!.respondsTo)).toEqual(expected);
    // What was changed and is changed back is as it was.
    const fourth = await file({ ...FIRST, 's2/normative_documents/in_force_count': '1' });
    expect(outcomes((await read('county', fourth))!.respondsTo)).toEqual([[CELLS[0], 'open'], ...expected.slice(1)]);
    expect((await read('agency', returned))!.respondsTo).toEqual([]);
  });

  it('keep their answers for ever, and take none by SQL of anybody else', async () => {
    const { owner } = here.database;
    await expect(owner.query(`UPDATE comment_answers SET text = 'x'`)).rejects.toThrow(/kept for ever/);
    await expect(owner.query('DELETE FROM comment_answers')).rejects.toThrow(/kept for ever/);
    for (const login of LOGINS) {
      const { rows } = await owner.query<Record<string, string>>(
        `SELECT id AS account, role, coalesce(agency_id::text, '') AS agency, coalesce(region_id::text, '') AS region FROM accounts WHERE login = $1`,
        [login],
      );
      const insert = (comment: number) =>
        owner.query(
          'INSERT INTO comment_answers (edition_id, sequence, comment, text, at, by_account, by_office) VALUES ($1, 2, $2, $3, now(), $4, $3)',
          [returned, comment, 'x', rows[0]!.account],
        );
      for (const comment of [1, 9]) {
        await owner.query('BEGIN; SET LOCAL ROLE gongkai_app');
        for (const [name, value] of Object.entries(rows[0]!))
          await owner.query('SELECT set_config($1, $2, true)', [`gongkai.${name}`, value]);
        if (login === 'agency' && comment === 1) expect((await insert(comment)).rowCount).toBe(1);
        else await expect(insert(comment)).rejects.toThrow(/row-level security/);
        await owner.query('ROLLBACK');
      }
    }
  });
});

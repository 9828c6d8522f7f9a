import { PASSWORD } from './support/small-city';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { rowCounts } from './support/row-counts';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const BULK = (
  step: string,
) => `mutation ($ids: [ID!]!) { act: ${step}(editionIds: $ids, note: "批量办理") { __typename ... on Refusal { code }
  ... on BulkOutcome { done refused most left items { editionId edition { report { agency { name } } } result {
    ... on Edition { state } ... on Refusal { code message { zh en } } } } } } }`;

interface OutcomeSeen {
  readonly done: number;
  readonly refused: number;
  readonly most: number;
  readonly left: readonly string[];
  readonly items: readonly {
    readonly editionId: string;
    readonly edition: { readonly report: { readonly agency: { readonly name: string } } } | null;
    readonly result: { readonly state?: string; readonly code?: string };
  }[];
}

const FILERS = 100;

describe('deciding about many at once', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county', 'other-county', 'city']);
  let ids: string[];

  beforeAll(async () => {
    const filed = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: 2023,
      cells: typedCells(),
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    ids = await copies(filed.edition.id);
  }, 60_000);

  it('does 98 of 100 and names the two that are not ready; each step is its own', async () => {
    const [returned, withdrawn] = [ids[10]!, ids[60]!];
    await decide(here.server, here.cookies.county, 'returnReport', returned);
    await here.database.owner.query(
      `UPDATE accounts SET agency_id = (SELECT r.agency_id FROM editions e JOIN reports r ON r.id = e.report_id WHERE e.id = $1) WHERE login = 'neighbour'`,
      [withdrawn],
    );
    // Who belongs to another agency logs in anew.
    const cookie = await here.server.logIn('neighbour', PASSWORD);
    await here.server.ask(
      'mutation ($id: ID!) { withdrawReport(editionId: $id, reason: "需要重新核对数据") { __typename } }',
      { id: withdrawn },
      { cookie },
    );
    const outcome = await bulk('acceptReports', ids);
    expect(outcome).toMatchObject({ done: 98, refused: 2, most: 200, left: [] });
    expect(outcome.items.map(({ editionId }) => editionId)).toEqual(ids);
    const refused = outcome.items.filter(({ result }) => result.code !== undefined);
    expect(refused.map(({ editionId, result }) => [editionId, result.code])).toEqual([
      [returned, 'ILLEGAL_MOVE'],
      [withdrawn, 'ILLEGAL_MOVE'],
    ]);
    expect(refused.map(({ edition }) => edition!.report.agency.name)).toEqual(['青禾县第11单位', '青禾县第61单位']);
    expect(await states()).toEqual({ accepted: 98, returned: 1, withdrawn: 1 });

    expect(await bulk('publishReports', ids)).toMatchObject({ done: 98, refused: 2 });
    expect(await states()).toEqual({ published: 98, returned: 1, withdrawn: 1 });
    const { rows } = await here.database.owner.query(`SELECT DISTINCT why, by_office FROM edition_events WHERE state = 'published'`);
    expect(rows).toEqual([{ why: '批量办理', by_office: '青禾县政府信息公开工作主管部门' }]);
    const rolled = () => here.database.owner.query('SELECT * FROM rollups ORDER BY rollups');
    const before = (await rolled()).rows;
    await here.database.owner.query('SELECT rebuild_rollups()');
    expect((await rolled()).rows).toEqual(before);
  }, 60_000);

  it('takes an edition named twice once, tells unknown ones, and says what is left beyond the most', async () => {
    const before = await rowCounts(here.database);
    const many = Array.from({ length: 250 }, (_, at) => String(900_000 + at));
    const outcome = await bulk('acceptReports', ['x', 'x', ...many]);
    expect(outcome).toMatchObject({ done: 0, refused: 200, most: 200, left: many.slice(199) });
    expect(outcome.items[0]).toEqual({
      editionId: 'x',
      edition: null,
      result: expect.objectContaining({ code: 'UNKNOWN_EDITION' }) as object,
    });
    expect(await rowCounts(here.database)).toEqual(before);
  });

  it('is refused as a whole to the public and where nothing is selected, and each by each to whoever may not', async () => {
    const ask = (step: string, list: readonly string[], login?: string) =>
      answer(step, list, login === undefined ? undefined : here.cookies[login]);
    const before = await rowCounts(here.database);
    expect(await ask('acceptReports', ids)).toEqual({ __typename: 'Refusal', code: 'NOT_LOGGED_IN' });
    expect(await ask('publishReports', [], 'county')).toEqual({ __typename: 'Refusal', code: 'BAD_REQUEST' });
    const own = (await ask('acceptReports', ids.slice(0, 3), 'agency')) as OutcomeSeen;
    expect(own.items.map(({ result }) => result.code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    const foreign = (await ask('publishReports', ids.slice(10, 11), 'other-county')) as OutcomeSeen;
    expect(foreign.items.map(({ result }) => result.code)).toEqual(['UNKNOWN_EDITION']);
    expect(await rowCounts(here.database)).toEqual(before);
  });

  it('holds to four eyes for each', async () => {
    await here.database.owner.query(
      `UPDATE accounts SET role = 'supervisor', agency_id = NULL, region_id = ${here.city.county} WHERE login = 'agency'`,
    );
    const cookie = await here.server.logIn('agency', PASSWORD);
    const outcome = (await answer('publishReports', ids.slice(0, 2), cookie)) as OutcomeSeen;
    expect(outcome).toMatchObject({ done: 0, refused: 2 });
    expect(outcome.items.map(({ result }) => result.code)).toEqual(['FOUR_EYES', 'FOUR_EYES']);
  });

  async function bulk(step: string, list: readonly string[]): Promise<OutcomeSeen> {
    return (await answer(step, list, here.cookies.county)) as OutcomeSeen;
  }

  async function answer(step: string, list: readonly string[], cookie: string | undefined): Promise<unknown> {
    const { result, errors } = await here.server.ask<{ act: unknown }>(BULK(step), { ids: list }, { cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.act;
  }

  async function states(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await here.database.owner.query<{ state: string; count: number }>(
      `SELECT state, count(*)::int FROM (SELECT DISTINCT ON (edition_id) state FROM edition_events ORDER BY edition_id, sequence DESC) s GROUP BY state`,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** A hundred agencies of the county that filed what this one did, by the owner of the database; gives all editions in order. */
  async function copies(edition: string): Promise<string[]> {
    const { owner, city } = { owner: here.database.owner, city: here.city };
    await owner.query(`CREATE TEMP TABLE filers AS SELECT n, NULL::bigint AS agency_id FROM generate_series(2, ${FILERS}) n`);
    for (let at = 2; at <= FILERS; at += 1) {
      const { rows } = await owner.query<{ id: string }>('INSERT INTO agencies DEFAULT VALUES RETURNING id');
      await owner.query('UPDATE filers SET agency_id = $1 WHERE n = $2', [rows[0]!.id, at]);
    }
    await owner.query(`
      INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials)
        SELECT agency_id, '2000-01-01', ${city.county}, 'DEPARTMENT', '青禾县第' || n || '单位', '', '' FROM filers;
      INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
        SELECT agency_id, 2023, ${city.county}, region_path(${city.county}, '2023-12-31'), 'DEPARTMENT', '青禾县第' || n || '单位', '2024-01-31', true FROM filers;
      INSERT INTO editions OVERRIDING USER VALUE SELECT (jsonb_populate_record(e, jsonb_build_object('report_id', r.id, 'receipt_number', 'C' || f.n))).*
        FROM editions e, filers f JOIN reports r ON r.agency_id = f.agency_id WHERE e.id = ${edition} ORDER BY f.n;
      INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office)
        SELECT id, 1, 'submitted', received_at, submitted_by, 'x' FROM editions WHERE receipt_number LIKE 'C%' ORDER BY id;
      INSERT INTO provenance (edition_id, raw, places, confidence)
        SELECT e.id, p.raw, p.places, p.confidence FROM editions e, provenance p WHERE p.edition_id = ${edition} AND e.receipt_number LIKE 'C%'`);
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM editions ORDER BY id');
    return rows.map(({ id }) => id);
  }
});

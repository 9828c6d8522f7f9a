import { setTimeout as sleep } from 'node:timers/promises';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { jobWhen, startImportJob } from './support/importing';
import { startServer } from './support/running-server';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { untilTold } from './support/until-told';
import { reportFile } from './support/written-report';

const LOGINS = ['agency', 'neighbour', 'foreign', 'county', 'other-county', 'city', 'analyst', 'administrator'] as const;
type Login = (typeof LOGINS)[number];

interface NoticeSeen {
  readonly id: string;
  readonly kind: string;
  readonly read: boolean;
  readonly comments?: number | null;
  readonly edition?: { readonly id: string; readonly report: { readonly year: number } } | null;
  readonly importJob?: { readonly id: string; readonly kept: number; readonly refused: number } | null;
}
interface PageSeen {
  readonly items: readonly NoticeSeen[];
  readonly total: number;
  readonly unread: number;
  readonly after: string | null;
}

const NOTICES = `query ($first: Int!, $after: String) { notices(first: $first, after: $after) { total unread after items { id kind at read
  ... on EditionNotice { comments edition { id report { year } } } ... on ImportNotice { importJob { id kept refused } } } } }`;
const MARK = 'mutation ($ids: [ID!]!) { markNoticesRead(ids: $ids) { ... on NoticesRead { unread } ... on Refusal { code } } }';
const RETURN = `mutation ($id: ID!) { returnReport(editionId: $id, reason: "请核对第三部分的数据", comments: [{ cell: "s3/new_received/total", text: "请核对" }]) {
  ... on Edition { id } ... on Refusal { code } } }`;
const ANSWER = 'mutation ($id: ID!) { answerComment(commentId: $id, text: "已经核对") { __typename } }';

describe('what happened', () => {
  const here = smallCityServer(LOGINS);
  const seen = new Set<string>();

  async function page(login: Login | null, first = 100, after: string | null = null, server = here.server): Promise<PageSeen> {
    const cookie = login === null ? undefined : here.cookies[login];
    const { result, errors } = await server.ask<{ notices: PageSeen }>(NOTICES, { first, after }, { cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.notices;
  }
  /** What each was told since this was asked before; who was told nothing is left out. */
  async function told(): Promise<Partial<Record<Login, readonly NoticeSeen[]>>> {
    await untilTold(here.database.owner);
    const news: Partial<Record<Login, readonly NoticeSeen[]>> = {};
    for (const login of LOGINS) {
      const fresh = (await page(login)).items.filter(({ id }) => !seen.has(`${login} ${id}`));
      for (const { id } of fresh) seen.add(`${login} ${id}`);
      if (fresh.length > 0) news[login] = fresh;
    }
    return news;
  }
  async function kinds(): Promise<Partial<Record<Login, readonly string[]>>> {
    return Object.fromEntries(Object.entries(await told()).map(([login, news]) => [login, news.map(({ kind }) => kind)]));
  }
  async function file(year: number, more: object = {}): Promise<string> {
    const filing = { agencyId: here.city.agency, year, cells: typedCells(), narrative: PLAIN_NARRATIVE, ...more };
    const filed = await submit(here.server, here.cookies.agency, filing);
    if (filed.__typename !== 'Submission') throw new Error(filed.code);
    return (filed as SubmissionSeen).edition.id;
  }

  it('is told to the supervisors above when a report came, and to nobody else', async () => {
    const id = await file(2022);
    const news = await told();
    expect(Object.keys(news).sort()).toEqual(['city', 'county']);
    for (const notices of Object.values(news))
      expect(notices).toEqual([expect.objectContaining({ kind: 'received', read: false, edition: { id, report: { year: 2022 } } })]);
  });

  it('is told to the agency when a report was returned, accepted and published, and to nobody else', async () => {
    const id = await file(2023);
    expect(await kinds()).toEqual({ county: ['received'], city: ['received'] });
    await here.server.ask(RETURN, { id }, { cookie: here.cookies.county });
    expect(await told()).toEqual({ agency: [expect.objectContaining({ kind: 'returned', comments: 1 })] });
    await here.server.ask(ANSWER, { id: `${id}-2-1` }, { cookie: here.cookies.agency });
    expect(await kinds()).toEqual({ county: ['answered'], city: ['answered'] });
    const again = await file(2023, { narrative: PLAIN_NARRATIVE.map((part) => ({ ...part, text: `${part.text}已核对。` })) });
    for (const step of ['acceptReport', 'publishReport'] as const) await decide(here.server, here.cookies.city, step, again);
    expect(await kinds()).toEqual({ agency: ['published', 'accepted'], county: ['received'], city: ['received'] });
    await file(2023, { reasonClass: 'correction', reason: '更正新收申请数' });
    expect(await kinds()).toEqual({ county: ['amended'], city: ['amended'] });
  });

  it('is told to who started it when an import has ended, with its counts, and the agencies are not told of history', async () => {
    const files = [reportFile({ agency: '青禾县林业局', year: 2021 }), { name: '照片.jpg', content: Buffer.from('no picture') }];
    const input = { regionId: here.city.county, source: { citation: '县政府网站年报专栏' } };
    const { id } = await startImportJob(here.server, here.cookies.city, files, input);
    await jobWhen(here.server, here.cookies.city, id);
    expect(await told()).toEqual({ city: [expect.objectContaining({ kind: 'imported', importJob: { id, kept: 1, refused: 1 } })] });
  });

  it('is read by each for itself', async () => {
    const [mine, theirs] = [await page('county'), await page('city')];
    expect(mine.unread).toBe(mine.total);
    const mark = async (login: Login | null, ids: readonly string[]) =>
      (
        await here.server.ask<{ markNoticesRead: { unread?: number; code?: string } }>(
          MARK,
          { ids },
          { cookie: login === null ? undefined : here.cookies[login] },
        )
      ).result.markNoticesRead;
    expect(await mark('county', [mine.items[0]!.id, 'x'])).toEqual({ unread: mine.total - 1 });
    expect((await page('county')).items.map(({ read }) => read)).toEqual(mine.items.map((_, at) => at === 0));
    expect(await page('city')).toEqual(theirs);
    const agency = await page('agency');
    expect(
      await mark(
        'county',
        agency.items.map(({ id }) => id),
      ),
    ).toEqual({ unread: mine.total - 1 });
    expect((await page('agency')).unread).toBe(agency.unread);
    expect(await mark(null, [mine.items[1]!.id])).toEqual({ code: 'NOT_LOGGED_IN' });
    expect(
      await mark(
        'county',
        Array.from({ length: 201 }, (_, at) => String(at)),
      ),
    ).toEqual({ code: 'BAD_REQUEST' });
    expect(await page(null)).toEqual({ items: [], total: 0, unread: 0, after: null });
  });

  it('is listed in pages, newest first', async () => {
    const all = await page('city');
    const first = await page('city', 2);
    expect(first.after).not.toBeNull();
    expect([...first.items, ...(await page('city', 100, first.after)).items]).toEqual(all.items);
    expect(all.items.map(({ id }) => Number(id))).toEqual([...all.items.map(({ id }) => Number(id))].sort((a, b) => b - a));
  });

  it('is told at the next start where telling failed, once, and holds up nothing else', async () => {
    const { owner } = here.database;
    await owner.query(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no notice'; END $$;
      CREATE TRIGGER fails BEFORE INSERT ON notices FOR EACH ROW WHEN (NEW.account_id = ${await idOf('county')}) EXECUTE FUNCTION fail()`);
    const id = await file(2021);
    await decide(here.server, here.cookies.city, 'acceptReport', id);
    while ((await page('agency')).items[0]!.edition?.id !== id) await sleep(50);
    const { rows } = await owner.query('SELECT kind FROM outbox WHERE told_at IS NULL');
    expect(rows).toEqual([{ kind: 'received' }]);
    expect((await page('city')).items[0]!.edition?.id).not.toBe(id);
    await owner.query('DROP TRIGGER fails ON notices; DROP FUNCTION fail()');
    const other = await startServer(here.database.url);
    await untilTold(owner);
    await other.stop();
    expect(await kinds()).toEqual({ agency: ['accepted'], county: ['received'], city: ['received'] });
  });

  async function idOf(login: Login): Promise<string> {
    return (await here.database.owner.query<{ id: string }>('SELECT id FROM accounts WHERE login = $1', [login])).rows[0]!.id;
  }
});

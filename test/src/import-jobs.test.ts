import { strToU8, zipSync } from 'fflate';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type JobSeen, type OutcomeSeen, JOB, OUTCOME, jobOf, jobWhen, importOutcomes, startImportJob } from './support/importing';
import type { Upload } from './support/running-server';
import { smallCityServer } from './support/small-city-server';
import { type ReportWritten, reportFile } from './support/written-report';

const SOURCE = { citation: '县政府网站年报专栏' };

function zip(name: string, files: readonly Upload[]): Upload {
  return { name, content: zipSync(Object.fromEntries(files.map((file) => [file.name, new Uint8Array(file.content)]))) };
}
const written = (agency: string, year: number, more: Partial<ReportWritten> = {}): Upload => reportFile({ agency, year, ...more });

describe('an import of many files', () => {
  const here = smallCityServer(['agency', 'county', 'other-county', 'city', 'administrator']);
  const start = (login: string, files: readonly Upload[], more: object = {}): Promise<JobSeen> =>
    startImportJob(here.server, here.cookies[login], files, { regionId: here.city.county, source: SOURCE, ...more });
  const through = async (login: string, files: readonly Upload[]): Promise<readonly OutcomeSeen[]> => {
    const { id } = await start(login, files);
    await jobWhen(here.server, here.cookies[login], id);
    return (await importOutcomes(here.server, here.cookies[login], id)).items;
  };

  it('keeps what is plain, lists what is doubtful, and names what cannot be read', async () => {
    const files = [
      written('青禾县统计局', 2022, { brokenTotal: '7' }),
      written('青禾县林业局', 2022),
      written('青禾县林业和草原局', 2022),
      written('南川县统计局', 2022),
      written('试验市青禾县统计局', 2023),
      { name: '会议照片.jpg', content: strToU8('no picture') },
      { name: '旧档案.zip', content: strToU8('PK') },
    ];
    const outcomes = await through('county', [zip('2022.zip', files), written('青禾县统计局', 2021)]);
    expect(
      outcomes.map(({ name, result, agency, candidates, refusal }) => [
        name,
        result,
        agency?.name ?? candidates.map((one) => one.name),
        refusal?.code ?? null,
      ]),
    ).toEqual([
      ['青禾县统计局2021年政府信息公开工作年度报告.txt', 'kept', '青禾县统计局', null],
      ['2022.zip/会议照片.jpg', 'refused', [], 'NO_REPORT_FOUND'],
      ['2022.zip/南川县统计局2022年政府信息公开工作年度报告.txt', 'doubtful', ['青禾县统计局'], null],
      ['2022.zip/旧档案.zip', 'refused', [], 'ARCHIVE'],
      ['2022.zip/青禾县林业和草原局2022年政府信息公开工作年度报告.txt', 'doubtful', ['青禾县林业局'], null],
      ['2022.zip/青禾县林业局2022年政府信息公开工作年度报告.txt', 'kept', '青禾县林业局', null],
      ['2022.zip/青禾县统计局2022年政府信息公开工作年度报告.txt', 'kept', '青禾县统计局', null],
      ['2022.zip/试验市青禾县统计局2023年政府信息公开工作年度报告.txt', 'kept', '青禾县统计局', null],
    ]);
    const left = await here.database.owner.query(`SELECT result, count(*)::int FROM import_files WHERE content IS NOT NULL GROUP BY 1`);
    expect(left.rows).toEqual([{ result: 'doubtful', count: 2 }]);
    expect((await here.database.owner.query('SELECT FROM import_uploads')).rowCount).toBe(0);
  });

  it('lets a person say whose a doubtful report is, or that it is nobody’s, once', async () => {
    const files = [written('青禾林业局', 2020), written('青禾林业局', 2019), written('青禾县统计局', 2020)];
    const job = await start('county', files);
    await jobWhen(here.server, here.cookies.county, job.id);
    const resolve = async (login: string, file: number, agencyId: string | null) => {
      const { result, errors } = await here.server.ask<{ resolveImport: OutcomeSeen }>(
        `mutation ($jobId: ID!, $file: Int!, $agencyId: ID) { resolveImport(jobId: $jobId, file: $file, agencyId: $agencyId) { __typename
          ... on Refusal { code } ... on ImportOutcome { ${OUTCOME} } } }`,
        { jobId: job.id, file, agencyId },
        { cookie: here.cookies[login] },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return result.resolveImport;
    };
    const { items } = await importOutcomes(here.server, here.cookies.county, job.id, ['doubtful']);
    expect(items.map(({ file, candidates }) => [file, candidates.map(({ name }) => name)])).toEqual([
      [1, ['青禾县林业局']],
      [3, ['青禾县林业局']],
    ]);
    expect(await resolve('other-county', 1, here.city.neighbour)).toMatchObject({ code: 'UNKNOWN_IMPORT' });
    expect(await resolve('county', 1, here.city.foreign)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await resolve('county', 1, here.city.neighbour)).toMatchObject({ result: 'kept', year: 2019, agency: { name: '青禾县林业局' } });
    expect(await resolve('county', 1, here.city.neighbour)).toMatchObject({ code: 'UNKNOWN_IMPORT' });
    expect(await resolve('county', 3, null)).toMatchObject({ result: 'refused', refusal: { code: 'SET_ASIDE' } });
    expect(await jobOf(here.server, here.cookies.county, job.id)).toMatchObject({ kept: 2, doubtful: 0, refused: 1 });
    const told = await here.database.owner.query(
      `SELECT FROM audit_entries WHERE action = 'import_files.update' AND account_id IS NOT NULL`,
    );
    expect(told.rowCount).toBe(2);
  });

  it('asks a person where title and date of signing name different years, and keeps the report under the year given', async () => {
    const { name, content } = written('青禾县统计局', 2016);
    const job = await start('county', [{ name, content: Buffer.from(content.toString().replaceAll('2016', '2014')) }]);
    await jobWhen(here.server, here.cookies.county, job.id);
    const [doubtful] = (await importOutcomes(here.server, here.cookies.county, job.id)).items;
    expect(doubtful).toMatchObject({ result: 'doubtful', candidates: [{ name: '青禾县统计局' }], refusal: { code: 'YEARS_DISAGREE' } });
    expect(doubtful?.refusal?.message.zh).toMatch(/^报告中的年度不一致：标题为 2014（.+落款日期为 2016（/);
    const resolve = async (year: number | null) => {
      const { result } = await here.server.ask<{ resolveImport: OutcomeSeen }>(
        `mutation ($jobId: ID!, $agencyId: ID, $year: Int) { resolveImport(jobId: $jobId, file: 1, agencyId: $agencyId, year: $year) { __typename
          ... on Refusal { code } ... on ImportOutcome { ${OUTCOME} } } }`,
        { jobId: job.id, agencyId: doubtful?.candidates[0]?.id, year },
        { cookie: here.cookies.county },
      );
      return result.resolveImport;
    };
    expect(await resolve(null)).toMatchObject({ code: 'YEARS_DISAGREE' });
    expect(await resolve(2016)).toMatchObject({ result: 'kept', year: 2016, agency: { name: '青禾县统计局' } });
  });

  it('keeps the first of two reports of one year in one import, and the very same one once', async () => {
    const files = [
      { ...written('青禾县统计局', 2018, { requests: 4 }), name: 'a 2018.txt' },
      { ...written('青禾县统计局', 2018, { requests: 4 }), name: 'b 2018.txt' },
      { ...written('青禾县统计局', 2018, { requests: 6 }), name: 'c 2018.txt' },
    ];
    const outcomes = await through('county', files);
    expect(outcomes.map(({ result, repeated, refusal }) => [result, repeated, refusal?.code ?? null])).toEqual([
      ['kept', false, null],
      ['kept', true, null],
      ['refused', false, 'ALREADY_IMPORTED'],
    ]);
  });

  it.each([
    ['by an agency', 'agency', {}, 'NOT_ALLOWED'],
    ['of a region that is not below the supervisor', 'other-county', {}, 'NOT_ALLOWED'],
    ['of no region', 'administrator', { regionId: '999999' }, 'UNKNOWN_REGION'],
    ['without a source', 'county', { source: { url: ' ' } }, 'BAD_REQUEST'],
  ])('is refused %s', async (_, login, more, code) => {
    expect(await start(login, [written('青禾县统计局', 2016)], more)).toMatchObject({ __typename: 'Refusal', code });
  });

  it('is seen by those above its region only', async () => {
    const { id } = await start('county', [written('青禾县统计局', 2016)]);
    expect(await jobOf(here.server, here.cookies.city, id)).not.toBeNull();
    for (const login of ['other-county', 'agency']) expect(await jobOf(here.server, here.cookies[login], id)).toBeNull();
    await jobWhen(here.server, here.cookies.county, id);
  });

  describe('tells how far it is', () => {
    const watch = async (id: string, headers: Record<string, string>, connectionParams = {}): Promise<readonly JobSeen[]> => {
      class Socket extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers });
        }
      }
      const client = createClient({
        url: `${here.server.address.replace('http', 'ws')}/graphql`,
        webSocketImpl: Socket,
        retryAttempts: 0,
        connectionParams,
      });
      const seen: JobSeen[] = [];
      try {
        for await (const { data, errors } of client.iterate<{ importProgress: JobSeen }>({
          query: `subscription ($id: ID!) { importProgress(id: $id) { ${JOB} } }`,
          variables: { id },
        })) {
          if (errors) throw new Error(String(errors[0]!.extensions!.code));
          seen.push(data!.importProgress);
        }
      } finally {
        await client.dispose();
      }
      return seen;
    };

    it('over a socket, to its end, to a session and to a token', async () => {
      const created = await here.server.ask<{ createToken: { secret: string } }>(
        'mutation { createToken(name: "import", scope: import, days: 1) { ... on CreatedToken { secret } } }',
        {},
        { cookie: here.cookies.county },
      );
      const { id } = await start('county', [zip('2015.zip', [written('青禾县统计局', 2015), written('青禾县林业局', 2015)])]);
      const seen = await watch(id, { cookie: here.cookies.county!, origin: here.server.address });
      expect(seen.at(-1)).toMatchObject({ state: 'ended', done: 2, total: 2, kept: 2 });
      const authorization = `Bearer ${created.result.createToken.secret}`;
      expect(await watch(id, { authorization })).toEqual([seen.at(-1)]);
      expect(await watch(id, {}, { authorization })).toEqual([seen.at(-1)]);
      await expect(watch(id, { cookie: here.cookies['other-county']! })).rejects.toThrow('NOT_FOUND');
    });

    it('to no page of another site, to nobody without an account, and nothing but subscriptions', async () => {
      const cookie = here.cookies.county!;
      await expect(watch('1', { cookie, origin: 'https://elsewhere.example' })).rejects.toMatchObject({ code: 4403 });
      await expect(watch('1', {})).rejects.toMatchObject({ code: 4403 });
      await expect(watch('1', {}, { authorization: 'Bearer gk_nothing' })).rejects.toMatchObject({ code: 4403 });
      const client = createClient({
        url: `${here.server.address.replace('http', 'ws')}/graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(address: string, protocols: string) {
            super(address, protocols, { headers: { cookie } });
          }
        },
      });
      const answer = client.iterate({ query: 'mutation { logOut }' }).next();
      await expect(answer).rejects.toMatchObject([{ message: expect.stringContaining('subscriptions only') as string }]);
      await client.dispose();
    });
  });
});

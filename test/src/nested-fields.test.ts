import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type ListeningDoor, openListeningDoor } from './support/listening-door';
import { jobWhen, startImportJob } from './support/importing';
import { type RunningServer, startServer } from './support/running-server';
import { reportFile } from './support/written-report';

describe('fields of a list', () => {
  let database: FreshDatabase;
  let door: ListeningDoor;
  let server: RunningServer;
  let cookie: string;
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    door = await openListeningDoor(database.url);
    server = await startServer(door.url);
    cookie = await server.logIn('yl-shenhe', 'gongkai-demo');
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    door.close();
    await database.drop();
  });

  interface Listed {
    readonly arrivals: { readonly total: number; readonly items: readonly { readonly number: string }[]; readonly after: string | null };
    readonly latest: { readonly document: { readonly sha256: string } | null } | null;
  }

  /** What so many reports answer, and how often the tables behind their fields were asked for it. */
  async function listed(
    first: number,
    arrivals: string,
    filter: object = {},
  ): Promise<{ readonly items: readonly Listed[]; readonly asked: object }> {
    door.heard();
    const { result, errors } = await server.ask<{ reports: { readonly items: readonly Listed[] } }>(
      `query ($filter: ReportFilter!, $first: Int) { reports(filter: $filter, first: $first) { items { ${arrivals} latest { document { sha256 } } } } }`,
      { first, filter: { ...filter, states: ['published'] } },
      { cookie },
    );
    expect(errors).toBeUndefined();
    const statements = door.heard();
    const count = (words: RegExp): number => statements.filter((statement) => words.test(statement)).length;
    return { items: result.reports.items, asked: { arrivals: count(/refused_arrivals/), documents: count(/FROM documents/) } };
  }

  const ARRIVALS = 'arrivals(first: 3) { total items { number } after }';

  it('cost as many statements for two as for sixty', async () => {
    const [two, sixty] = [await listed(2, ARRIVALS), await listed(60, ARRIVALS)];
    expect(sixty.items).toHaveLength(60);
    expect([two.asked, sixty.asked]).toMatchObject([{ arrivals: 2 }, { arrivals: 2 }]);
  });

  it('are asked for once, whatever files the editions came in', async () => {
    const agency = '云岭市统计局';
    const { rows } = await database.owner.query<{ id: string; region: string }>(
      'SELECT agency_id AS id, region_id AS region FROM current_agencies WHERE name = $1',
      [agency],
    );
    const [{ id, region }] = rows as [{ id: string; region: string }];
    const files = [2013, 2014, 2015].map((year) => reportFile({ agency, year }));
    const job = await startImportJob(server, cookie, files, { regionId: region, source: { citation: '市政府网站年报专栏' } });
    expect(await jobWhen(server, cookie, job.id)).toMatchObject({ kept: 3 });
    const { items, asked } = await listed(60, ARRIVALS, { agencyId: id });
    const documents = items.flatMap(({ latest }) => (latest?.document == null ? [] : [latest.document.sha256]));
    expect(new Set(documents).size).toBe(3);
    expect(asked).toEqual({ arrivals: 2, documents: 1 });
  });

  it('give each its own page', async () => {
    const { items } = await listed(60, ARRIVALS);
    const { rows } = await database.owner.query<{ report: string; numbers: string[] }>(
      `SELECT report_id AS report, array_agg(receipt_number ORDER BY received_at DESC, receipt_number DESC) AS numbers FROM editions GROUP BY report_id`,
    );
    const known = new Map(rows.map(({ numbers }) => [numbers[0], numbers]));
    for (const { arrivals } of items) {
      const numbers = known.get(arrivals.items[0]!.number)!;
      expect(arrivals.items.map(({ number }) => number)).toEqual(numbers.slice(0, 3));
      expect(arrivals.total).toBe(numbers.length);
      expect(arrivals.after).toBe(numbers.length > 3 ? '3' : null);
    }
    const { items: both, asked } = await listed(
      5,
      'arrivals(first: 1) { total items { number } after } more: arrivals(first: 1, after: "1") { items { number } }',
    );
    expect(both).toHaveLength(5);
    expect(asked).toMatchObject({ arrivals: 4 });
  });
});

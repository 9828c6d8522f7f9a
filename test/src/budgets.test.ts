import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';

const BUDGETS = { GONGKAI_BUDGETS: '600,600,600' };
const LOOK = '{ indicators { code } }';

describe('whoever asks has a budget', () => {
  let database: FreshDatabase;
  let servers: readonly RunningServer[];

  beforeAll(async () => {
    database = await freshDatabase();
    await makeSmallCity(database.owner);
    servers = await Promise.all([startServer(database.url, BUDGETS), startServer(database.url, BUDGETS)]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });

  const request = (server: RunningServer, query: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it('which several apis share, and which ends for one and not for another', async () => {
    const [one, other] = servers as [RunningServer, RunningServer];
    const cookie = await one.logIn('county', PASSWORD);
    const asked = [one, other, one, other, one, other, one, other];
    const heard: Response[] = [];
    for (const server of asked) heard.push(await request(server, 'mutation { logIn(login: "nobody", password: "x") { __typename } }'));
    expect(heard.map(({ status }) => status).filter((status) => status === 429).length).toBeGreaterThanOrEqual(3);
    const refused = heard.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
    expect((await request(one, LOOK, { cookie })).status).toBe(200);
    const download = await fetch(`${one.address}/exports/series.csv?indicators=new_received&region=1&from=2020&to=2021`);
    expect(download.status).toBe(429);
    expect(await download.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await fetch(`${one.address}/health/live`)).status).toBe(200);
  });
});

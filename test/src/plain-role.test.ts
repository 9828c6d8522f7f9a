import { decide, submit, type SubmissionSeen } from './support/filing';
import { freshDatabase } from './support/fresh-database';
import { startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const LOGIN = 'platform_of_this_test';

describe('a platform whose login owns nothing', () => {
  it('files, accepts, publishes, sums and is ready, and may not change a table', async () => {
    const database = await freshDatabase();
    const city = await makeSmallCity(database.owner);
    await database.owner.query(`CREATE ROLE ${LOGIN} LOGIN PASSWORD 'plain' NOSUPERUSER IN ROLE gongkai_app`);
    const url = new URL(database.url);
    [url.username, url.password] = [LOGIN, 'plain'];
    const server = await startServer(url.href);
    try {
      const [agency, county] = [await server.logIn('agency', PASSWORD), await server.logIn('county', PASSWORD)];
      const filing = { agencyId: city.agency, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      const filed = (await submit(server, agency, filing)) as SubmissionSeen;
      expect(filed.__typename).toBe('Submission');
      expect(await decide(server, county, 'acceptReport', filed.edition.id)).toMatchObject({ state: 'accepted' });
      expect(await decide(server, county, 'publishReport', filed.edition.id)).toMatchObject({ state: 'published' });
      expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
      const series = await fetch(`${server.address}/exports/series.csv?indicators=new_received&region=${city.county}&from=2023&to=2023`);
      expect(await series.text()).toContain('2023');
    } finally {
      await server.stop();
      await database.owner.query(`REVOKE gongkai_app FROM ${LOGIN}; DROP ROLE ${LOGIN}`);
      await database.drop();
    }
  }, 120_000);
});

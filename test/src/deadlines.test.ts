import { Client } from 'pg';
import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';

describe('what the database is asked has an end', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let holder: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    await makeSmallCity(database.owner);
    server = await startServer(database.url, { GONGKAI_POOL: '2', GONGKAI_LOCK_SECONDS: '1', GONGKAI_PUBLIC_STATEMENT_SECONDS: '2' });
    holder = new Client({ connectionString: database.url });
    await holder.connect();
  }, 120_000);
  afterAll(async () => {
    await holder.end();
    await server.stop();
    await database.drop();
  });

  it('tells who waits for what somebody else holds that it takes too long, with a time to try again', async () => {
    await holder.query('BEGIN; LOCK TABLE agency_versions');
    try {
      const response = await fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ findPlaces(text: "县") { total } }' }),
      });
      const { errors } = (await response.json()) as { errors: readonly { message: string; extensions: { code: string } }[] };
      expect(errors).toMatchObject([{ extensions: { code: 'BUSY' } }]);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(errors[0]!.message).toMatch(/请稍后再试.*try again/);
    } finally {
      await holder.query('ROLLBACK');
    }
    const { result } = await server.ask<{ findPlaces: { total: number } }>('{ findPlaces(text: "县") { total } }');
    expect(result.findPlaces.total).toBeGreaterThan(0);
  });

  it('answers accounts while the public has used up all of its connections', async () => {
    const cookie = await server.logIn('county', PASSWORD);
    await holder.query('BEGIN; LOCK TABLE agency_versions');
    try {
      const waiting = Array.from({ length: 8 }, () => server.ask('{ findPlaces(text: "县") { total } }'));
      const { result } = await server.ask<{ me: unknown }>('{ me { id } }', {}, { cookie });
      expect(result).toHaveProperty('me');
      const heard = await Promise.all(waiting);
      expect(new Set(heard.map(({ errors }) => errors?.[0]?.extensions?.code))).toEqual(new Set(['BUSY']));
    } finally {
      await holder.query('ROLLBACK');
    }
  });
});

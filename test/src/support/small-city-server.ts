import { type FreshDatabase, freshDatabase } from './fresh-database';
import { type RunningServer, startServer } from './running-server';
import { PASSWORD, type SmallCity, makeSmallCity } from './small-city';

/** A server over a small city of its own, and the sessions of some of its accounts. */
export interface SmallCityServer {
  readonly database: FreshDatabase;
  readonly server: RunningServer;
  readonly city: SmallCity;
  /** By login name. */
  readonly cookies: Readonly<Record<string, string>>;
}

/** Started before the tests of a file and stopped after them; what it gives can be used inside them only. */
export function smallCityServer(logins: readonly string[]): SmallCityServer {
  const running = {} as { -readonly [Part in keyof SmallCityServer]: SmallCityServer[Part] };
  beforeAll(async () => {
    running.database = await freshDatabase();
    running.city = await makeSmallCity(running.database.owner);
    running.server = await startServer(running.database.url);
    const cookies: Record<string, string> = {};
    for (const login of logins) cookies[login] = await running.server.logIn(login, PASSWORD);
    running.cookies = cookies;
  }, 60_000);
  afterAll(async () => {
    await running.server.stop();
    await running.database.drop();
  });
  return running;
}

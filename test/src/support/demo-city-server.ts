import { type FreshDatabase, freshDatabase } from './fresh-database';
import { type RunningServer, startServer } from './running-server';

/** A report of a year that counts, or none, straight from the tables. */
export interface Raw {
  readonly agencyId: string;
  readonly regionId: string;
  readonly regionPath: readonly string[];
  readonly kind: string;
  readonly year: number;
  readonly obliged: boolean;
  readonly figures: readonly (string | null)[] | null;
}

/** A page of a list as the api answers it. */
export interface PageSeen<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly after: string | null;
}
/** What is there, added up; nothing where nothing is there. */
export const total = (figures: readonly (string | null | undefined)[]): bigint | null => {
  const present = figures.filter((figure) => figure != null);
  return present.length === 0 ? null : present.reduce((sum, figure) => sum + BigInt(figure), 0n);
};

/** A server over the demo city, its reports straight from the tables, regions by name, and the session of a supervisor of the city. */
export interface DemoCityServer {
  readonly database: FreshDatabase;
  readonly server: RunningServer;
  readonly raw: readonly Raw[];
  readonly cookies: Readonly<Record<'public' | 'yl-shenhe', string | undefined>>;
  readonly regions: Readonly<Record<string, string>>;
}

/** Started before the tests of a file and stopped after them; what it gives can be used inside them only. */
export function demoCityServer(): DemoCityServer {
  const running = {} as { -readonly [Part in keyof DemoCityServer]: DemoCityServer[Part] };
  beforeAll(async () => {
    running.database = await freshDatabase({ seeded: true });
    running.server = await startServer(running.database.url);
    running.raw = (await running.database.owner.query<Raw>(REPORTS)).rows;
    const named = await running.database.owner.query<{ id: string; name: string }>('SELECT region_id AS id, name FROM current_regions');
    running.regions = Object.fromEntries(named.rows.map(({ id, name }) => [name, id]));
    running.cookies = { public: undefined, 'yl-shenhe': await running.server.logIn('yl-shenhe', 'gongkai-demo') };
  }, 300_000);
  afterAll(async () => {
    await running.server.stop();
    await running.database.drop();
  });
  return running;
}

const REPORTS = `
  SELECT r.agency_id AS "agencyId", r.region_id AS "regionId", r.region_path AS "regionPath", r.agency_kind AS kind, r.year, r.obliged, (
    SELECT e.figures FROM editions e WHERE e.report_id = r.id AND EXISTS (SELECT FROM edition_events v WHERE v.edition_id = e.id AND v.state = 'published')
    ORDER BY e.number DESC LIMIT 1) AS figures
  FROM reports r ORDER BY r.id`;

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningPostgres, startPostgres } from '@gongkai/postgres';
import { Client } from 'pg';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { WORKSPACE, command } from './support/fresh-database';
import { startServer } from './support/running-server';
import { PASSWORD, makeSmallCity } from './support/small-city';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

jest.setTimeout(180_000);

/** The scripts ask PostgreSQL through its own client, which not every machine has. */
const describeWithClient = spawnSync('psql', ['--version']).status === 0 ? describe : describe.skip;

describeWithClient('the roles and secrets of the containers, on a PostgreSQL of their own', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-roles-'));
  let postgres: RunningPostgres;

  beforeAll(async () => {
    postgres = await startPostgres({ folder: mkdtempSync(path.join(tmpdir(), 'gongkai-roles-rows-')), durable: false });
    for (const script of ['make-secrets.sh', 'make-roles.sh']) cpSync(path.join(WORKSPACE, 'docker', script), path.join(folder, script));
    execFileSync('sh', [path.join(folder, 'make-secrets.sh')]);
    const { user, database, host, port, password } = postgres;
    const env = { PGHOST: host, PGPORT: String(port), PGPASSWORD: password, POSTGRES_USER: user, POSTGRES_DB: database };
    execFileSync('sh', [path.join(folder, 'make-roles.sh')], {
      env: { PATH: process.env.PATH, SECRETS: path.join(folder, 'secrets'), ...env },
    });
  });
  afterAll(async () => {
    await postgres.stop();
    for (const each of [folder, postgres.folder]) rmSync(each, { recursive: true });
  });

  /** As the containers are told it, at the address of this server. */
  function urlIn(secret: string): string {
    const url = new URL(readFileSync(path.join(folder, 'secrets', secret), 'utf8'));
    [url.hostname, url.port] = [postgres.host, String(postgres.port)];
    return url.href;
  }

  it('let an owner who is no superuser migrate, and an app that owns nothing serve', async () => {
    const migrated = JSON.parse(await command(urlIn('owner_url'), 'migrate')) as Readonly<
      Record<'migrations' | 'files', readonly string[]>
    >;
    expect(migrated.migrations.length).toBeGreaterThan(0);
    expect(migrated.files.length).toBeGreaterThan(10);
    expect(JSON.parse(await command(urlIn('owner_url'), 'migrate'))).toEqual({ migrations: [], files: [] });
    const owner = new Client({ connectionString: urlIn('owner_url') });
    await owner.connect();
    const city = await makeSmallCity(owner);
    const server = await startServer(urlIn('app_url'));
    try {
      expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
      const [agency, county] = [await server.logIn('agency', PASSWORD), await server.logIn('county', PASSWORD)];
      const filing = { agencyId: city.agency, year: 2023, cells: typedCells(), narrative: PLAIN_NARRATIVE };
      const filed = (await submit(server, agency, filing)) as SubmissionSeen;
      expect(await decide(server, county, 'acceptReport', filed.edition.id)).toMatchObject({ state: 'accepted' });
      expect(await decide(server, county, 'publishReport', filed.edition.id)).toMatchObject({ state: 'published' });
      const series = await fetch(`${server.address}/exports/series.csv?indicators=new_received&region=${city.county}&from=2023&to=2023`);
      expect(await series.text()).toContain('2023');
      expect(JSON.parse(await command(urlIn('owner_url'), 'verify', 'audit'))).toMatchObject({ broken: null });
    } finally {
      await server.stop();
      await owner.end();
    }
  });

  it('give no login more than it needs', async () => {
    const superuser = new Client({ connectionString: postgres.url });
    await superuser.connect();
    try {
      const { rows: roles } = await superuser.query(
        `SELECT rolname AS name, rolsuper AS super, rolcreaterole AS roles, rolcreatedb AS databases, rolbypassrls AS bypasses, rolcanlogin AS login,
           (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname LIKE 'gongkai\\_%' ORDER BY rolname`,
      );
      const modest = { super: false, databases: false, bypasses: false };
      expect(roles).toEqual([
        { name: 'gongkai_app', ...modest, roles: false, login: false, owned: 0 },
        { name: 'gongkai_login', ...modest, roles: false, login: true, owned: 0 },
        { name: 'gongkai_owner', ...modest, roles: true, login: true, owned: expect.any(Number) as number },
      ]);
    } finally {
      await superuser.end();
    }
    const app = new Client({ connectionString: urlIn('app_url') });
    await app.connect();
    try {
      const acts = ['CREATE TABLE mine ()', 'DROP TABLE editions', 'SET ROLE gongkai_owner', 'UPDATE audit_entries SET action = NULL'];
      for (const act of acts) await expect(app.query(act)).rejects.toThrow(/permission denied|must be owner/);
      // Before it says for whom it asks it sees what everybody may.
      expect((await app.query('SELECT FROM accounts')).rowCount).toBe(0);
    } finally {
      await app.end();
    }
  });
});

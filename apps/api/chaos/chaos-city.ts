import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import type { Importer } from './bring-in-history';
import type { StubbornClient } from './stubborn-client';

const PASSWORD = 'a word that outlives every kill';
const AGENCIES_A_COUNTY = 25;
export const CHAOS_YEARS = [2022, 2023, 2024] as const;

/** An agency with the token its program files with, and the session of the supervisor who decides. */
export interface ChaosAgency {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly supervisor: string;
}

export interface ChaosCity {
  readonly agencies: readonly ChaosAgency[];
  readonly importer: Importer;
}

/** A city with as many agencies as asked for, parted into counties, each with an account and a token, a supervisor a county, and who brings in history. */
export async function makeChaosCity(databaseUrl: string, client: StubbornClient, agencies: number): Promise<ChaosCity> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const passwordHash = await hash(PASSWORD);
    await owner.query(CITY, [agencies, AGENCIES_A_COUNTY]);
    await owner.query(ACCOUNTS, [passwordHash]);
    await owner.query(OBLIGATIONS, [[...CHAOS_YEARS]]);
    const { rows } = await owner.query<{ id: string; name: string; account_id: string; supervisor: string }>(
      `SELECT v.agency_id AS id, v.name, a.id AS account_id, s.login AS supervisor FROM agency_versions v JOIN accounts a ON a.agency_id = v.agency_id
       JOIN accounts s ON s.region_id = v.region_id ORDER BY v.agency_id`,
    );
    const sessions = new Map<string, string>();
    const administrator = await logIn(client, 'administrator');
    const made: ChaosAgency[] = [];
    for (const { id, name, account_id, supervisor } of rows) {
      const session = sessions.get(supervisor) ?? (await logIn(client, supervisor));
      sessions.set(supervisor, session);
      made.push({ id, name, token: await tokenFor(client, administrator, account_id), supervisor: session });
    }
    const city = await owner.query<{ id: string }>(`SELECT region_id AS id FROM region_versions WHERE parent_id IS NULL`);
    return { agencies: made, importer: { session: administrator, regionId: String(city.rows[0]?.id) } };
  } finally {
    await owner.end();
  }
}

async function logIn(client: StubbornClient, login: string): Promise<string> {
  const { answer, cookie } = await client.ask<{ logIn: { __typename: string } }>({
    query: 'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }',
    variables: { login, password: PASSWORD },
  });
  if (cookie === null) throw new Error(`${login} could not log in: ${JSON.stringify(answer)}`);
  return cookie;
}

async function tokenFor(client: StubbornClient, administrator: string, accountId: string): Promise<string> {
  const { answer } = await client.ask<{ createToken: { secret?: string } }>({
    query: 'mutation ($id: ID!) { createToken(name: "chaos", scope: file, days: 1, accountId: $id) { ... on CreatedToken { secret } } }',
    variables: { id: accountId },
    as: { cookie: administrator },
  });
  if (answer.createToken.secret === undefined) throw new Error(`no token for the account ${accountId}`);
  return answer.createToken.secret;
}

const CITY = `
  WITH counted AS (SELECT ceil($1::numeric / $2::int)::int AS counties), city AS (INSERT INTO regions DEFAULT VALUES RETURNING id),
  named AS (INSERT INTO region_versions (region_id, valid_from, name, pinyin, initials, level) SELECT id, '2000-01-01', '试验市', '', '', 'prefecture' FROM city),
  below AS (INSERT INTO regions (recorded_at) SELECT now() FROM counted, generate_series(1, counties) RETURNING id),
  counties AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM below),
  placed AS (INSERT INTO region_versions (region_id, valid_from, parent_id, name, pinyin, initials, level)
    SELECT c.id, '2000-01-01', city.id, '第' || c.place || '县', '', '', 'county' FROM counties c, city),
  made AS (INSERT INTO agencies (recorded_at) SELECT now() FROM generate_series(1, $1) RETURNING id),
  agencies AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM made)
  INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials)
    SELECT a.id, '2000-01-01', c.id, 'DEPARTMENT', '第' || a.place || '统计局', '', '' FROM agencies a JOIN counties c ON c.place = (a.place - 1) / $2::int + 1`;

const ACCOUNTS = `
  WITH made AS (
    INSERT INTO accounts (login, name, role, agency_id, region_id)
      SELECT 'agency-' || agency_id, name, 'agency', agency_id, NULL::bigint FROM agency_versions
      UNION ALL SELECT 'supervisor-' || region_id, name, 'supervisor', NULL, region_id FROM region_versions WHERE level = 'county'
      UNION ALL SELECT 'administrator', 'administrator', 'administrator', NULL, NULL RETURNING id, role)
  INSERT INTO credentials (account_id, password_hash) SELECT id, $1 FROM made WHERE role <> 'agency'`;

const OBLIGATIONS = `
  INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
    SELECT v.agency_id, y, v.region_id, region_path(v.region_id, make_date(y, 12, 31)), v.kind, v.name, make_date(y + 1, 1, 31), true
    FROM agency_versions v, unnest($1::int[]) y`;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { ATTACK_ROOT } from './attacked-platform';
import { sendQuestion } from './ask';

/** A file as it is sent. */
export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface FilingAgency {
  readonly id: string;
  readonly name: string;
}

/** The place that is attacked: who lives there, and sessions of some of them. */
export interface AttackedCity {
  /** The region whose dashboard everybody looks at. */
  readonly region: string;
  readonly county: string;
  /** Agencies that have filed nothing yet and owe a report of 2023. */
  readonly agencies: readonly FilingAgency[];
  readonly password: string;
  /** Login names: of the filing agency, a supervisor of the county, an administrator. */
  readonly logins: { readonly agency: string; readonly supervisor: string; readonly administrator: string };
  /** Cookies of the same. */
  readonly cookies: { readonly agency: string; readonly supervisor: string; readonly administrator: string };
  /** A token for each agency, with which its program files. */
  readonly tokens: readonly string[];
}

const PASSWORD = 'a word that outlives every attack';
const LOGINS = { agency: 'attacked-agency-1', supervisor: 'attacked-supervisor', administrator: 'attacked-administrator' };

/** Adds a city with a county of agencies to what is there, before the api is started. */
export async function makeAttackedCity(databaseUrl: string, agencies: number): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query(CITY, [agencies]);
    await owner.query(ACCOUNTS, [await hash(PASSWORD)]);
    await owner.query(OBLIGATIONS);
  } finally {
    await owner.end();
  }
}

/** Logs in who lives there; the region is the one with most below it. */
export async function enterCity(address: string, databaseUrl: string): Promise<AttackedCity> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const regions = await owner.query<{ id: string; county: string }>(REGIONS);
    const agencies = await owner.query<FilingAgency & { account: string }>(AGENCIES);
    const [region] = regions.rows;
    if (region === undefined) throw new Error('the city is not there');
    const cookies = {
      agency: await logIn(address, LOGINS.agency),
      supervisor: await logIn(address, LOGINS.supervisor),
      administrator: await logIn(address, LOGINS.administrator),
    };
    const tokens: string[] = [];
    for (const { account } of agencies.rows) tokens.push(await tokenFor(address, cookies.administrator, account));
    const city = { region: region.id, county: region.county, agencies: agencies.rows, password: PASSWORD };
    return { ...city, logins: LOGINS, cookies, tokens };
  } finally {
    await owner.end();
  }
}

const REPORT = readFileSync(join(ATTACK_ROOT, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');

/** A valid report of the agency, as the text its office wrote. */
export function attackReport(name: string, year: number): SentFile {
  const text = REPORT.replaceAll('青禾县农业农村局', name).replace(/202([34])年/g, (_, digit) => `${year + Number(digit) - 3}年`);
  return { name: '年度报告.txt', content: Buffer.from(text) };
}

async function logIn(address: string, login: string): Promise<string> {
  const answer = await sendQuestion(address, {
    query: 'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }',
    variables: { login, password: PASSWORD },
  });
  if (answer.cookie === null) throw new Error(`${login} could not log in: ${JSON.stringify(answer)}`);
  return answer.cookie;
}

async function tokenFor(address: string, cookie: string, accountId: string): Promise<string> {
  const answer = await sendQuestion<{ createToken: { secret?: string } }>(address, {
    query: 'mutation ($id: ID!) { createToken(name: "x", scope: file, days: 1, accountId: $id) { ... on CreatedToken { secret } } }',
    variables: { id: accountId },
    as: { cookie },
  });
  const secret = answer.data?.createToken.secret;
  if (secret === undefined) throw new Error(`no token for the account ${accountId}: ${JSON.stringify(answer)}`);
  return secret;
}

const CITY = `
  WITH city AS (INSERT INTO regions DEFAULT VALUES RETURNING id), below AS (INSERT INTO regions DEFAULT VALUES RETURNING id),
  named AS (INSERT INTO region_versions (region_id, valid_from, name, pinyin, initials, level) SELECT id, '2000-01-01', '受试市', '', '', 'prefecture' FROM city),
  placed AS (INSERT INTO region_versions (region_id, valid_from, parent_id, name, pinyin, initials, level)
    SELECT below.id, '2000-01-01', city.id, '受试县', '', '', 'county' FROM below, city),
  made AS (INSERT INTO agencies (recorded_at) SELECT now() FROM generate_series(1, $1) RETURNING id),
  agencies AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM made)
  INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials)
    SELECT a.id, '2000-01-01', below.id, 'DEPARTMENT', '受试县第' || a.place || '局', '', '' FROM agencies a, below`;

const ACCOUNTS = `
  WITH made AS (
    INSERT INTO accounts (login, name, role, agency_id, region_id)
      SELECT 'attacked-agency-' || row_number() OVER (ORDER BY agency_id), name, 'agency', agency_id, NULL::bigint FROM agency_versions WHERE name LIKE '受试县第%'
      UNION ALL SELECT 'attacked-supervisor', '受试县', 'supervisor', NULL, region_id FROM region_versions WHERE name = '受试县'
      UNION ALL SELECT 'attacked-administrator', '管理员', 'administrator', NULL, NULL RETURNING id)
  INSERT INTO credentials (account_id, password_hash) SELECT id, $1 FROM made`;

const OBLIGATIONS = `
  INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
    SELECT v.agency_id, 2023, v.region_id, region_path(v.region_id, make_date(2023, 12, 31)), v.kind, v.name, '2024-01-31', true
    FROM agency_versions v WHERE v.name LIKE '受试县第%'`;

/** The city with most agencies below it: the demo city where there is one. */
const REGIONS = `
  SELECT r.region_path[1] AS id, (SELECT region_id FROM region_versions WHERE name = '受试县') AS county
  FROM reports r GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`;

const AGENCIES = `
  SELECT v.agency_id AS id, v.name, a.id AS account FROM agency_versions v JOIN accounts a ON a.agency_id = v.agency_id
  WHERE v.name LIKE '受试县第%' ORDER BY v.agency_id`;

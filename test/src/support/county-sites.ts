import { hash } from '@node-rs/argon2';
import type { Client } from 'pg';
import { type SubmissionSeen, decide, submit } from './filing';
import { SEATS, type Seat, type Site } from './law-of-the-house';
import type { RunningServer } from './running-server';
import { PASSWORD } from './small-city';
import { untilTold } from './until-told';
import { PLAIN_NARRATIVE, typedCells } from './typed-cells';

/** What each place has, and the headers each caller sends. */
export interface CountySites {
  readonly sites: Readonly<Record<Seat, Site>>;
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A city with two counties and a township, an agency in each place and two in the county; everybody who may ask belongs to the county. */
export async function makeSites(owner: Client, server: RunningServer, callers: readonly string[]): Promise<CountySites> {
  const city = await region(owner, null, '试验市', 'prefecture');
  const county = await region(owner, city, '青禾县', 'county');
  const regions = {
    own: county,
    neighbour: county,
    below: await region(owner, county, '青禾镇', 'township'),
    beside: await region(owner, city, '南川县', 'county'),
    above: city,
  };
  const passwordHash = await hash(PASSWORD);
  const account = (login: string, role: string, agency: string | null, regionId: string | null) =>
    one(
      owner,
      `WITH a AS (INSERT INTO accounts (login, name, role, agency_id, region_id) VALUES ($1, $1, $2, $3, $4) RETURNING id)
       INSERT INTO credentials (account_id, password_hash) SELECT id, $5 FROM a RETURNING account_id AS id`,
      [login, role, agency, regionId, passwordHash],
    );
  await account('city', 'supervisor', null, city);
  for (const who of ['analyst', 'supervisor', 'disabled']) await account(who, who === 'analyst' ? who : 'supervisor', null, county);
  await account('administrator', 'administrator', null, null);
  const decider = await server.logIn('city', PASSWORD);
  const sites: Partial<Record<Seat, Site>> = {};
  for (const place of SEATS) {
    const agency = await agencyIn(owner, regions[place], place);
    const login = place === 'own' ? 'agency' : place;
    const accountId = await account(login, 'agency', agency.id, null);
    const filed = await fileFour(server, { agency: agency.id, login, decider });
    const made = await things(owner, regions[place], { ...filed, agency: agency.id, account: accountId });
    const rule = await ruleFor(server, decider, regions[place]);
    sites[place] = { ...filed, ...made, rule, region: regions[place], agency: agency.id, name: agency.name, account: accountId };
  }
  await untilTold(owner);
  return { sites: sites as Record<Seat, Site>, headers: await headersOf(server, owner, callers) };
}

async function one(owner: Client, statement: string, values: readonly unknown[]): Promise<string> {
  return (await owner.query<{ id: string }>(statement, [...values])).rows[0]!.id;
}

async function region(owner: Client, parent: string | null, name: string, level: string): Promise<string> {
  const id = await one(owner, 'INSERT INTO regions DEFAULT VALUES RETURNING id', []);
  const values = [id, parent, name, level];
  await owner.query(
    `INSERT INTO region_versions (region_id, valid_from, parent_id, name, pinyin, initials, level) VALUES ($1, '2000-01-01', $2, $3, '', '', $4)`,
    values,
  );
  return id;
}

/** An agency with its obligations, an act in its past, and the combined report its region owes. */
async function agencyIn(owner: Client, regionId: string, place: Seat): Promise<{ readonly id: string; readonly name: string }> {
  const name = `${place}局`;
  const id = await one(owner, 'INSERT INTO agencies DEFAULT VALUES RETURNING id', []);
  await owner.query(
    `WITH founded AS (INSERT INTO reorganisations (kind, happened_on, basis, recorded_by, recorded_at)
       SELECT 'found', '2000-01-01', '机构改革方案', id, now() FROM accounts WHERE login = 'administrator' RETURNING id)
     INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials, begun_by)
       SELECT $1, '2000-01-01', $2, 'DEPARTMENT', $3, '', '', id FROM founded`,
    [id, regionId, name],
  );
  await owner.query(
    `INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
     SELECT v.agency_id, y, v.region_id, region_path(v.region_id, make_date(y, 12, 31)), v.kind, v.name, make_date(y + 1, 1, 31), true
     FROM agency_versions v, generate_series(2021, 2025) y WHERE v.agency_id = $1`,
    [id],
  );
  return { id, name };
}

/** 2021 accepted, 2022 published, 2023 submitted, 2024 begun, 2025 returned with a comment. */
async function fileFour(
  server: RunningServer,
  { agency, login, decider }: { readonly agency: string; readonly login: string; readonly decider: string },
): Promise<Pick<Site, 'accepted' | 'published' | 'submitted' | 'comment'>> {
  const cookie = await server.logIn(login, PASSWORD);
  const editions: string[] = [];
  for (const year of [2021, 2022, 2023, 2025]) {
    const filed = await submit(server, cookie, { agencyId: agency, year, cells: typedCells(), narrative: PLAIN_NARRATIVE });
    editions.push((filed as SubmissionSeen).edition.id);
  }
  const [accepted, published, submitted, returned] = editions as [string, string, string, string];
  for (const id of [accepted, published]) await decide(server, decider, 'acceptReport', id);
  await decide(server, decider, 'publishReport', published);
  await server.ask(
    `mutation { saveDraft(input: { agencyId: "${agency}", year: 2024, version: 0, content: {} }) { __typename } }`,
    {},
    { cookie },
  );
  const comments = '[{ cell: "s3/new_received/total", text: "请核对" }]';
  await server.ask(
    `mutation { returnReport(editionId: "${returned}", reason: "请核对第三部分的数据", comments: ${comments}) { __typename } }`,
    {},
    { cookie: decider },
  );
  return { accepted, published, submitted, comment: `${returned}-2-1` };
}

interface Filed {
  readonly agency: string;
  readonly account: string;
  readonly accepted: string;
  readonly published: string;
}

/** What else can be asked about: written down by the owner, as short as it may be. */
async function things(
  owner: Client,
  regionId: string,
  { agency, account, accepted, published }: Filed,
): Promise<Pick<Site, 'report' | 'token' | 'importJob' | 'receipt' | 'refusedReceipt'>> {
  const recheck = await one(
    owner,
    `INSERT INTO rechecks (edition_id, against_edition_id, checked_at, findings, resolved) VALUES ($1, $2, now(), '[]', '[]') RETURNING id`,
    [published, accepted],
  );
  await owner.query(
    `WITH told AS (INSERT INTO outbox (kind, at, recheck_id, told_at) VALUES ('rechecked', now(), $2, now()) RETURNING id)
     INSERT INTO notices (outbox_id, account_id) SELECT told.id, a.id FROM told, accounts a WHERE a.agency_id = $1`,
    [agency, recheck],
  );
  const importJob = await one(
    owner,
    `INSERT INTO import_jobs (region_id, source_citation, state, started_by, started_at, ended_at)
     SELECT $1, '年鉴', 'ended', id, now(), now() FROM accounts WHERE login = 'city' RETURNING id`,
    [regionId],
  );
  await owner.query(`INSERT INTO import_files (job_id, ordinal, name, result, content) VALUES ($1, 1, 'x.txt', 'doubtful', 'x')`, [
    importJob,
  ]);
  return {
    report: await one(owner, 'SELECT id FROM reports WHERE agency_id = $1 AND year = 2022', [agency]),
    token: await one(
      owner,
      `INSERT INTO tokens (account_id, name, scope, token_hash, created_by, created_at, expires_at)
       VALUES ($1, 'x', 'read', md5(random()::text), $1, now(), now() + interval '1 day') RETURNING id`,
      [account],
    ),
    importJob,
    receipt: await one(owner, 'SELECT receipt_number AS id FROM editions WHERE id = $1', [published]),
    refusedReceipt: await one(
      owner,
      `INSERT INTO refused_arrivals (number, report_id, received_at, submitted_by, code, refusal)
       SELECT 'R' || id, id, now(), $2, 'BAD_FIGURE', '{"code": "BAD_FIGURE", "message": {"zh": "", "en": ""}, "findings": []}'
       FROM reports WHERE agency_id = $1 AND year = 2024 RETURNING number AS id`,
      [agency, account],
    ),
  };
}

async function ruleFor(server: RunningServer, decider: string, regionId: string): Promise<string> {
  const words = '{ zh: "办理总数不多于新收。", en: "No more is processed than was received." }';
  const { result } = await server.ask<{ saveLocalRule: { id: string } }>(
    `mutation { saveLocalRule(input: { regionId: "${regionId}", form: gb2021_30, grid: "requests", each: column, relation: at_least, missing: zero,
      left: ["new_received"], right: ["total_processed"], says: ${words}, basis: "市里的要求", remedy: ${words} }) { ... on LocalRule { id } } }`,
    {},
    { cookie: decider },
  );
  return result.saveLocalRule.id;
}

/** People log in; programs get a token of their account; who is disabled was there before. */
async function headersOf(server: RunningServer, owner: Client, callers: readonly string[]): Promise<CountySites['headers']> {
  const headers: Record<string, Readonly<Record<string, string>>> = { public: {} };
  for (const caller of callers.filter((each) => each !== 'public')) {
    const [, login, scope] = /^(\w+)(?:'s program \((\w+)\))?$/.exec(caller)!;
    const cookie = headers[login!]?.cookie ?? (await server.logIn(login!, PASSWORD));
    headers[caller] = scope === undefined ? { cookie } : { authorization: `Bearer ${await token(server, cookie, scope)}` };
  }
  await owner.query(`UPDATE accounts SET disabled = true WHERE login = 'disabled'`);
  return headers;
}

async function token(server: RunningServer, cookie: string, scope: string): Promise<string> {
  const made = `mutation { createToken(name: "x", scope: ${scope}, days: 1) { ... on CreatedToken { secret } } }`;
  const { result } = await server.ask<{ createToken: { secret: string } }>(made, {}, { cookie });
  return result.createToken.secret;
}

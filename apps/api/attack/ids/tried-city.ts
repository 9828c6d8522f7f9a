import { hash } from '@node-rs/argon2';
import { FORMS } from '@gongkai/catalogue';
import { cellsOf } from '@gongkai/model';
import type { Client } from 'pg';
import { sendQuestion, type HeardAnswer, type SentQuestion } from '../ask';
import { attackReport } from '../attacked-city';
import { CALLERS, type TriedCaller } from './tried-caller';

const PASSWORD = 'a word that outlives every attack';
const SECTIONS = ['s1', 's5', 's6'];
const GRANTED = /^s3\/(?:new_received|granted|total_processed)\/(?:natural_person|total)$/;
const CELLS = FORMS.at(-1)?.grids.flatMap(cellsOf) ?? [];
const AGENCIES = [
  ['试验县统计局', '试验县'],
  ['试验县林业局', '试验县'],
  ['邻县统计局', '邻县'],
] as const;

interface FilingAgency {
  readonly id: string;
  readonly name: string;
  readonly login: string;
}

/** Adds a city with two counties and three agencies, before the api is started. */
export async function makeTriedCity(owner: Client): Promise<void> {
  for (const [name, level, parent] of REGIONS) await owner.query(REGION, [name, level, parent]);
  for (const [name, region] of AGENCIES) await owner.query(AGENCY, [name, region]);
  await owner.query(OBLIGATIONS);
  const passwordHash = await hash(PASSWORD);
  for (const { login, role, agency, region } of CALLERS) {
    if (login !== null) await owner.query(ACCOUNT, [login, role, agency, region, passwordHash]);
  }
  await owner.query(ACCOUNT, ['neighbour', 'agency', '试验县林业局', null, passwordHash]);
}

/**
 * Each agency files: 2021 accepted, 2022 published, 2023 submitted as a file, 2024 begun, 2025 returned with a comment. What is not public says whose it
 * is in its words, and its figures by their magnitude.
 */
export async function fileInTriedCity(address: string, owner: Client): Promise<void> {
  const city = await sessionOf(address, 'city');
  const { rows } = await owner.query<FilingAgency>(
    `SELECT v.agency_id AS id, v.name, a.login FROM agency_versions v JOIN accounts a ON a.agency_id = v.agency_id ORDER BY v.agency_id`,
  );
  for (const agency of rows) await fileAll(address, agency, city);
  await owner.query(THINGS);
}

/** A session of the caller's; the log-ins before are forgotten, because hostile ones are among them. */
export async function enter(address: string, owner: Client, { login }: TriedCaller): Promise<Readonly<Record<string, string>>> {
  if (login === null) return {};
  await owner.query('DELETE FROM log_in_attempts');
  await owner.query('UPDATE accounts SET disabled = false WHERE disabled');
  return { cookie: await sessionOf(address, login) };
}

/** Words by which what an agency wrote is found again wherever it is answered. */
export const secretOf = (agencyId: string, kind: string): string => `〔${kind}${agencyId}〕`;
export const SECRETS = /〔([a-z]+)(\d+)〕/g;
/** The figure by which an accepted report that is not public is found in any sum. */
export const secretFigure = (agencyPlace: number): bigint => 10n ** BigInt(6 + agencyPlace);

async function fileAll(address: string, agency: FilingAgency, city: string): Promise<void> {
  const as = { cookie: await sessionOf(address, agency.login) };
  const place = AGENCIES.findIndex(([name]) => name === agency.name);
  const file = async (year: number, kind: string, count: string): Promise<string> =>
    editionIn(
      await sendQuestion(address, { query: SUBMIT, variables: { input: { report: typed(agency.id, year, { kind, count }) } }, as }),
    );
  const accepted = await file(2021, 'accepted', String(secretFigure(place)));
  const published = await file(2022, 'published', '7');
  const returned = await file(2025, 'returned', '9');
  const decide = (step: string): Promise<unknown> => must(address, { query: `mutation { ${step} { __typename } }`, as: { cookie: city } });
  await decide(`acceptReport(editionId: "${accepted}")`);
  await decide(`acceptReport(editionId: "${published}")`);
  await decide(`publishReport(editionId: "${published}")`);
  const comment = `comments: [{ cell: "s3/new_received/total", text: "${secretOf(agency.id, 'returned')}请核对这个数据。" }]`;
  await decide(
    `returnReport(editionId: "${returned}", reason: "${secretOf(agency.id, 'returned')}请核对表三数据后重新报送。", ${comment})`,
  );
  const text = attackReport(agency.name, 2023);
  const content = Buffer.from(text.content.toString().replace('全年在县政府', `${secretOf(agency.id, 'submitted')}全年在县政府`));
  const explanations = ['XY-CARRY', 'XY-STOCK'].map((code) => ({
    code,
    text: `${secretOf(agency.id, 'submitted')}填报口径与上年不同，已与受理机关核对。`,
  }));
  const input = { report: { agencyId: agency.id, year: 2023, file: null }, explanations };
  editionIn(await sendQuestion(address, { query: SUBMIT, variables: { input }, as, file: { name: text.name, content } }));
  const begun = { narrative: [{ section: 's1', text: secretOf(agency.id, 'draft') }] };
  const save = 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { __typename } }';
  await must(address, { query: save, variables: { input: { agencyId: agency.id, year: 2024, version: 0, content: begun } }, as });
  await must(address, {
    query: `mutation { createToken(name: "${secretOf(agency.id, 'token')}", scope: read, days: 1) { __typename } }`,
    as,
  });
}

function typed(agencyId: string, year: number, { kind, count }: { readonly kind: string; readonly count: string }): unknown {
  const cells = CELLS.map((cell) => ({ cell, text: GRANTED.test(cell) ? count : '0' }));
  const narrative = SECTIONS.map((section) => ({
    section,
    text: `${secretOf(agencyId, kind)}全年按规定公开政府信息，没有收取信息处理费。`,
  }));
  return { agencyId, year, cells, narrative };
}

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename
  ... on Refusal { code findings { code } } ... on Submission { edition { id } } } }`;

function editionIn(heard: HeardAnswer<{ readonly submitReport: { readonly edition?: { readonly id: string } } }>): string {
  const id = heard.data?.submitReport.edition?.id;
  if (id === undefined) throw new Error(`a report could not be filed: ${JSON.stringify(heard)}`);
  return id;
}

async function must(address: string, question: SentQuestion): Promise<void> {
  const heard = await sendQuestion<Readonly<Record<string, { readonly __typename: string }>>>(address, question);
  const refused = heard.data === null || Object.values(heard.data).some(({ __typename }) => __typename === 'Refusal');
  if (refused) throw new Error(`${question.query}: ${JSON.stringify(heard)}`);
}

async function sessionOf(address: string, login: string): Promise<string> {
  const query = 'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }';
  const heard = await sendQuestion(address, { query, variables: { login, password: PASSWORD } });
  if (heard.cookie === null) throw new Error(`${login} could not log in: ${JSON.stringify(heard)}`);
  return heard.cookie;
}

const REGIONS = [
  ['试验市', 'prefecture', null],
  ['试验县', 'county', '试验市'],
  ['邻县', 'county', '试验市'],
] as const;

const REGION = `
  WITH made AS (INSERT INTO regions DEFAULT VALUES RETURNING id)
  INSERT INTO region_versions (region_id, valid_from, parent_id, name, pinyin, initials, level)
    SELECT id, '2000-01-01', (SELECT region_id FROM region_versions WHERE name = $3::text), $1, '', '', $2 FROM made`;

const AGENCY = `
  WITH made AS (INSERT INTO agencies DEFAULT VALUES RETURNING id)
  INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials)
    SELECT made.id, '2000-01-01', v.region_id, 'DEPARTMENT', $1, '', '' FROM made, region_versions v WHERE v.name = $2`;

const ACCOUNT = `
  WITH made AS (
    INSERT INTO accounts (login, name, role, agency_id, region_id)
    VALUES ($1, $1, $2, (SELECT agency_id FROM agency_versions WHERE name = $3::text), (SELECT region_id FROM region_versions WHERE name = $4::text)) RETURNING id)
  INSERT INTO credentials (account_id, password_hash) SELECT id, $5 FROM made`;

const OBLIGATIONS = `
  INSERT INTO reports (agency_id, year, region_id, region_path, agency_kind, agency_name, due_on, obliged)
    SELECT v.agency_id, y, v.region_id, region_path(v.region_id, make_date(y, 12, 31)), v.kind, v.name, make_date(y + 1, 1, 31), true
    FROM agency_versions v, generate_series(2021, 2026) y`;

/** What nobody can file: an import for each region, and the receipt of what was refused. */
const THINGS = `
  WITH started AS (
    INSERT INTO import_jobs (region_id, source_citation, state, started_by, started_at, ended_at)
    SELECT v.region_id, '年鉴', 'ended', a.id, now(), now() FROM region_versions v, accounts a WHERE a.login = 'city' RETURNING id),
  kept AS (INSERT INTO import_files (job_id, ordinal, name, result, content) SELECT id, 1, 'x.txt', 'doubtful', 'x' FROM started)
  INSERT INTO refused_arrivals (number, report_id, received_at, submitted_by, code, refusal)
    SELECT 'R' || r.id, r.id, now(), a.id, 'BAD_FIGURE', '{"code": "BAD_FIGURE", "message": {"zh": "", "en": ""}, "findings": []}'
    FROM reports r JOIN accounts a ON a.agency_id = r.agency_id WHERE r.year = 2024`;

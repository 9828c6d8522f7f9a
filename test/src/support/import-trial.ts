import { zipSync } from 'fflate';
import { hash } from '@node-rs/argon2';
import { type FreshDatabase, freshDatabase } from './fresh-database';
import { type JobSeen, jobOf, jobWhen, importOutcomes, startImportJob } from './importing';
import { startServer, type RunningServer, type Upload } from './running-server';
import { untilTold } from './until-told';
import { PASSWORD } from './small-city';
import { reportFile } from './written-report';

const YEARS = 5;
const FIRST_YEAR = 2019;
export const BROKEN = 3;
export const DOUBTFUL = 5;
const SOURCE = { citation: '试验年报专栏' };

/** A city of agencies, some with an alias, and the archive its history came in. */
interface Trial {
  readonly agencies: readonly string[];
  readonly archive: Upload;
}

/** `files` in all, a fifth of them a year: reports of agencies with plain names and aliases, as text and as pages; of these, three broken and five doubtful. */
export function makeTrial(files: number): Trial {
  const agencies = Array.from({ length: Math.ceil(files / YEARS) }, (_, at) => `试验市第${at + 1}工作局`);
  const held: Record<string, Uint8Array> = {};
  for (let at = 0; at < files; at += 1) {
    const [agency, year] = [agencies[at % agencies.length]!, FIRST_YEAR + Math.floor(at / agencies.length)];
    const printed = at < DOUBTFUL ? agency.replace('工作局', '工作办') : at % 7 === 0 ? agency.replace('试验市', '市') : agency;
    const report = { agency: printed, year, requests: 1 + ((at * 7) % 23), ...(at % 11 === 0 ? { brokenTotal: String(at + 40) } : {}) };
    const file = reportFile(report, at % 3 === 0 ? 'page' : 'text');
    const content = new Uint8Array(file.content);
    const broken = at >= DOUBTFUL && at < DOUBTFUL + BROKEN;
    held[`${year}/${broken ? `${at}.docx` : file.name}`] = broken ? content.subarray(0, 40) : content;
  }
  return { agencies, archive: { name: '历年年报.zip', content: zipSync(held, { level: 1 }) } };
}

/** What came of an import, and what the database then holds, as a checksum a table: without ids and moments. */
export interface TrialEnd {
  readonly job: JobSeen;
  readonly named: readonly string[];
  readonly tables: Readonly<Record<string, string>>;
  /** Seconds from the start to the end. */
  readonly seconds: number;
  /** Files that had their outcome when the api was killed; null where it was not. */
  readonly doneWhenKilled: number | null;
}

/** Imports the archive into a city of its own; `killed`: kill -9 of the api after a third of the files, and a new start. */
export async function runTrial({ agencies, archive }: Trial, killed: boolean): Promise<TrialEnd> {
  const database = await freshDatabase();
  let server: RunningServer | null = null;
  try {
    const regionId = await makeCity(database, agencies);
    server = await startServer(database.url);
    let cookie = await server.logIn('supervisor', PASSWORD);
    const began = Date.now();
    const started = await startImportJob(server, cookie, [archive], { regionId, source: SOURCE });
    if (started.__typename !== 'ImportJob') throw new Error(`refused: ${started.code}`);
    let doneWhenKilled: number | null = null;
    if (killed) {
      await jobWhen(server, cookie, started.id, ({ done, total }) => total !== null && done * 3 > total);
      await server.kill();
      server = await startServer(database.url);
      cookie = await server.logIn('supervisor', PASSWORD);
      doneWhenKilled = (await jobOf(server, cookie, started.id))!.done;
    }
    const job = await jobWhen(server, cookie, started.id);
    const seconds = (Date.now() - began) / 1000;
    const { items } = await importOutcomes(server, cookie, job.id, ['doubtful', 'refused']);
    const named = items.map(({ name, refusal, candidates }) => `${name}: ${refusal?.code ?? `doubtful, ${candidates[0]?.name}?`}`);
    return { job, named, tables: await checksums(database), seconds, doneWhenKilled };
  } finally {
    await server?.stop();
    await database.drop();
  }
}

async function makeCity({ owner }: FreshDatabase, agencies: readonly string[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('INSERT INTO regions DEFAULT VALUES RETURNING id');
  const region = rows[0]!.id;
  await owner.query(
    `INSERT INTO region_versions (region_id, valid_from, name, pinyin, initials, level) VALUES ($1, '2000-01-01', '试验市', '', '', 'prefecture')`,
    [region],
  );
  for (const name of agencies) {
    await owner.query(
      `WITH a AS (INSERT INTO agencies DEFAULT VALUES RETURNING id), v AS (INSERT INTO agency_versions (agency_id, valid_from, region_id, kind, name, pinyin, initials)
         SELECT id, '2000-01-01', $1, 'DEPARTMENT', $2, '', '' FROM a)
       INSERT INTO agency_aliases (agency_id, alias, pinyin, initials) SELECT id, $3, '', '' FROM a`,
      [region, name, name.replace('试验市', '市')],
    );
  }
  await owner.query(
    `WITH a AS (INSERT INTO accounts (login, name, role, region_id) VALUES ('supervisor', '主管部门', 'supervisor', $1) RETURNING id)
     INSERT INTO credentials (account_id, password_hash) SELECT id, $2 FROM a`,
    [region, await hash(PASSWORD)],
  );
  return region;
}

const NAMED = `editions e JOIN reports r ON r.id = e.report_id`;
const KEY = `r.agency_name, r.year, e.number`;
/** Every table an import writes, an id in it told by what it stands for. */
const TABLES: Readonly<Record<string, string>> = {
  reports: `SELECT agency_name, year, agency_kind, due_on, obliged, origin FROM reports`,
  editions: `SELECT ${KEY}, (to_jsonb(e) - '{id,report_id,predecessor_id,last_year_id,submitted_by,received_at,receipt_number}'::text[]) AS edition,
    (SELECT y.content_sha256 FROM editions y WHERE y.id = e.last_year_id) AS last_year FROM ${NAMED}`,
  provenance: `SELECT ${KEY}, p.raw, p.places, p.confidence FROM provenance p JOIN ${NAMED} ON e.id = p.edition_id`,
  findings: `SELECT ${KEY}, f.ordinal, f.code, f.severity, f.finding FROM findings f JOIN ${NAMED} ON e.id = f.edition_id`,
  edition_events: `SELECT ${KEY}, v.sequence, v.state, v.by_office, v.why FROM edition_events v JOIN ${NAMED} ON e.id = v.edition_id`,
  documents: `SELECT sha256, media_type, size FROM documents`,
  standings: `SELECT ${KEY}, s.state, s.edition_state, s.filed_at, s.numerators, s.denominators FROM standings s JOIN ${NAMED} ON e.id = s.edition_id`,
  rollups: `SELECT year, s2_form, s3_form, s4_form, agency_kind, state, reports, late, sums, counts, numerators, denominators, answered FROM rollups`,
  rechecks: `SELECT ${KEY}, a.content_sha256, k.findings, k.resolved FROM rechecks k JOIN ${NAMED} ON e.id = k.edition_id JOIN editions a ON a.id = k.against_edition_id`,
  import_jobs: `SELECT year, source_citation, state FROM import_jobs`,
  import_files: `SELECT f.ordinal, f.name, f.sha256, f.content, f.result, f.repeated, f.year, f.printed_name, f.code, f.message, e.content_sha256,
    ARRAY(SELECT v.name FROM unnest(f.candidates) c JOIN agency_versions v ON v.agency_id = c ORDER BY 1) AS candidates
    FROM import_files f LEFT JOIN editions e ON e.id = f.edition_id`,
  import_uploads: 'SELECT name FROM import_uploads',
};

async function checksums({ owner }: FreshDatabase): Promise<Readonly<Record<string, string>>> {
  await untilTold(owner);
  const sums: Record<string, string> = {};
  for (const [table, rows] of Object.entries(TABLES)) {
    const { rows: found } = await owner.query<{ sum: string }>(
      `SELECT count(*) || ' ' || COALESCE(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '-') AS sum FROM (${rows}) t`,
    );
    sums[table] = found[0]!.sum;
  }
  return sums;
}

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { decide, submit, type SubmissionSeen } from './support/filing';
import { WORKSPACE } from './support/fresh-database';
import { PASSWORD } from './support/small-city';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const REPORT = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');

const AUDIT = `query ($filter: AuditFilter, $first: Int, $after: ID) { audit(filter: $filter, first: $first, after: $after) {
  total after items { sequence actor role accountId tokenId address action subject before after sha256 } } }`;

interface Entry {
  readonly sequence: string;
  readonly actor: string;
  readonly address: string | null;
  readonly action: string;
  readonly tokenId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}
interface Verdict {
  readonly entries: number;
  readonly head: { readonly sequence: string; readonly sha256: string };
  readonly broken: { readonly sequence: string | null; readonly why: string } | null;
}

describe('the audit trail', () => {
  const here = smallCityServer(['agency', 'neighbour', 'county', 'administrator', 'analyst']);

  async function read(login: string, filter: object = {}, more: object = {}) {
    const variables = { filter, first: 200, ...more };
    const { result, errors } = await here.server.ask<{ audit: { total: number; after: string | null; items: Entry[] } }>(AUDIT, variables, {
      cookie: here.cookies[login],
    });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.audit;
  }
  async function verify(...words: string[]): Promise<Verdict> {
    const command = path.join(WORKSPACE, 'apps/api/dist/command.js');
    const run = promisify(execFile)(process.execPath, [command, 'verify', 'audit', ...words], {
      env: { ...process.env, DATABASE_URL: here.database.url },
    });
    const { stdout } = await run.catch((failed: { stdout: string }) => failed);
    return JSON.parse(stdout) as Verdict;
  }
  /** As somebody who owns the here.database and means ill. */
  async function tamper(change: string): Promise<void> {
    await here.database.owner.query(`SET session_replication_role = replica; ${change}; SET session_replication_role = DEFAULT`);
  }

  it('holds every act of a scripted session with actor, address, before and after', async () => {
    const filed = (await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: 2023,
      cells: typedCells(),
      narrative: PLAIN_NARRATIVE,
    })) as SubmissionSeen;
    await decide(here.server, here.cookies.county, 'acceptReport', filed.edition.id);
    await decide(here.server, here.cookies.county, 'publishReport', filed.edition.id);
    await here.server.ask(
      `mutation { stateApplicability(agencyId: "${here.city.agency}", row: "regulations", applies: false, fromYear: 2022, basis: "立法法") { __typename } }`,
      {},
      { cookie: here.cookies.county },
    );
    await here.server.ask(
      `mutation { createToken(name: "夜间报送", scope: file, days: 30) { __typename } }`,
      {},
      { cookie: here.cookies.agency },
    );
    await fetch(`${here.server.address}/exports/series.csv?indicators=new_received&region=${here.city.city}&from=2023&to=2023`, {
      headers: { cookie: here.cookies.analyst! },
    });
    const second = {
      agencyId: here.city.agency,
      year: 2022,
      file: { name: '年报.txt', content: Buffer.from(REPORT.replaceAll('青禾县农业农村局', '青禾县统计局').replaceAll('2023', '2022')) },
    };
    const waiting = (await submit(here.server, here.cookies.agency, second)) as SubmissionSeen;
    expect(waiting.__typename).toBe('Submission');
    await decide(here.server, here.cookies.county, 'publishReport', waiting.edition.id);
    const cells = `query ($id: ID!) { edition(id: $id) { cells { cell } } }`;
    await here.server.ask(cells, { id: waiting.edition.id }, { cookie: here.cookies.county });
    for (const login of ['agency', 'neighbour'])
      await fetch(`${here.server.address}/documents/${waiting.edition.id}`, { headers: { cookie: here.cookies[login]! } });
    await read('administrator');
    await here.server.logIn('agency', 'not the password').catch(() => undefined);
    await here.server.ask(
      `mutation { changePassword(oldPassword: "${PASSWORD}", newPassword: "another long word 7") { __typename } }`,
      {},
      { cookie: here.cookies.analyst },
    );

    const { items, total } = await read('administrator');
    expect(items).toHaveLength(total);
    const acts = items.map(({ actor, action }) => `${actor} ${action}`);
    expect(acts).toEqual(
      expect.arrayContaining([
        'agency editions.insert',
        'agency edition_events.insert',
        'county edition_events.insert',
        'county applicability_statements.insert',
        'agency tokens.insert',
        'analyst exports.series',
        'anonymous log_in.refused',
        'analyst credentials.update',
        'analyst sessions.delete',
        'agency sessions.insert',
        'administrator audit.read',
        'county refused.publishReport',
        'county editions.read',
        'agency documents.read',
        'neighbour refused.documents',
      ]),
    );
    expect(acts.filter((act) => act === 'county edition_events.insert')).toHaveLength(2);
    expect(items.filter(({ actor }) => actor !== 'owner' && actor !== 'system').every(({ address }) => address === '127.0.0.1')).toBe(true);
    const accepted = items.find(({ action, after }) => action === 'edition_events.insert' && after!.includes('"accepted"'))!;
    expect(JSON.parse(accepted.after!)).toMatchObject({ edition_id: Number(filed.edition.id), state: 'accepted' });
    for (const secret of ['password_hash', 'token_hash', 'argon2', 'gk_', '"figures":['])
      expect(items.filter(({ before, after }) => `${before}${after}`.includes(secret))).toEqual([]);
  });

  it('shows everybody else their own acts only, page by page', async () => {
    const own = await read('agency');
    expect(own.total).toBeGreaterThan(2);
    expect(new Set(own.items.map(({ actor }) => actor))).toEqual(new Set(['agency']));
    const first = await read('agency', {}, { first: 2 });
    const second = await read('agency', {}, { first: 200, after: first.after });
    expect([...first.items, ...second.items].map(({ sequence }) => sequence)).toEqual(own.items.map(({ sequence }) => sequence));
    expect((await read('administrator', { action: 'tokens' })).items.map(({ action }) => action)).toEqual(['tokens.insert']);
    const anonymous = await here.server.ask<{ audit: { total: number } }>(AUDIT, {});
    expect(anonymous.result.audit).toMatchObject({ total: 0 });
  });

  it('takes no change and no deletion', async () => {
    for (const change of [`UPDATE audit_entries SET action = 'x'`, 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'])
      await expect(here.database.owner.query(change)).rejects.toThrow('kept for ever');
  });

  it('shows that its tail was cut off to who kept the head', async () => {
    const { head, broken } = await verify();
    expect(broken).toBeNull();
    await tamper(`DELETE FROM audit_entries WHERE sequence = ${head.sequence}`);
    expect((await verify()).broken).toBeNull();
    expect((await verify(`${head.sequence}:${head.sha256}`)).broken).toMatchObject({ sequence: head.sequence });
  });

  it('is one chain, whose first broken entry is named', async () => {
    const whole = await verify();
    expect(whole).toMatchObject({ broken: null, head: { sequence: String(whole.entries) } });
    await tamper(`UPDATE audit_entries SET address = '10.0.0.1' WHERE sequence = 7`);
    expect(await verify()).toMatchObject({ broken: { sequence: '7', why: 'was changed' } });
    await tamper(`UPDATE audit_entries SET sha256 = audit_sha256(audit_entries) WHERE sequence = 7`);
    expect(await verify()).toMatchObject({ broken: { sequence: '8', why: 'does not follow from the entry before it' } });
    await tamper(`DELETE FROM audit_entries WHERE sequence = 7`);
    expect(await verify()).toMatchObject({ broken: { sequence: '8', why: 'an entry before it is missing' } });
  });
});

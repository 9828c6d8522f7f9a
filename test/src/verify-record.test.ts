import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { WORKSPACE, command } from './support/fresh-database';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const REPORT = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');

interface Verdict {
  readonly rows: number;
  readonly entries: number;
  readonly head: { readonly sequence: string; readonly sha256: string };
  readonly broken: unknown;
  readonly differing: number;
  readonly differs: readonly {
    readonly subject: string;
    readonly edition: string | null;
    readonly field: string | null;
    readonly expected: string | null;
    readonly found: string | null;
  }[];
  readonly anchors: { readonly held: number; readonly lost: number; readonly first: unknown } | null;
}

/** What an owner may change past every guard: where it is told, and how it is done. */
const CHANGES: readonly (readonly [what: string, told: readonly [of: string, field: string | null], change: string])[] = [
  ['a byte of an original', ['$read', 'content'], 'UPDATE documents SET content = set_byte(content, 20, get_byte(content, 20) # 1)'],
  [
    'a word of a narrative',
    ['$typed', 'narrative'],
    `UPDATE editions SET narrative = replace(narrative::text, '公开', '公布')::jsonb WHERE id = $typed`,
  ],
  ['a figure', ['$typed', 'figures'], 'UPDATE editions SET figures[3] = 5 WHERE id = $typed'],
  ['the state of a cell', ['$typed', 'states'], `UPDATE editions SET states = '{"4": "blank"}' WHERE id = $typed`],
  [
    'a declared figure',
    ['$typed', 'declared'],
    `UPDATE editions SET declared = '[{"code": "x", "amount": "1", "quotation": "1"}]' WHERE id = $typed`,
  ],
  ['a title', ['$typed', 'title'], `UPDATE editions SET title = '另一个标题' WHERE id = $typed`],
  [
    'an explanation',
    ['$typed', 'explanations'],
    `UPDATE editions SET explanations = '[{"code": "x", "cell": null, "text": "x"}]' WHERE id = $typed`,
  ],
  ['a note', ['$typed', 'notes'], `UPDATE editions SET notes = '[{"on": "s2", "text": "x"}]' WHERE id = $typed`],
  ['what was not understood', ['$typed', 'residue'], `UPDATE editions SET residue = '[1]' WHERE id = $typed`],
  [
    'a narrative with the content hash',
    ['$read', 'narrative'],
    `UPDATE editions SET narrative = '[]', content_sha256 = repeat('0', 64) WHERE id = $read`,
  ],
  ['a content hash', ['$read', 'content_sha256'], 'SELECT 1'],
  ['a finding', ['$read', 'findings'], `INSERT INTO findings VALUES ($read, 99, 'X', 'info', '{}')`],
  ['a finding taken away', ['$typed', 'findings'], 'DELETE FROM findings WHERE edition_id = $typed'],
  ['where a figure was printed', ['$typed', 'raw'], `UPDATE provenance SET raw[1] = '999' WHERE edition_id = $typed`],
  [
    'the moment of an event',
    ['$read', 'at'],
    `UPDATE edition_events SET at = at + interval '1 second' WHERE edition_id = $read AND sequence = 2`,
  ],
  ['a comment of an event', ['$typed', 'comments'], `UPDATE edition_events SET comments = '[]' WHERE edition_id = $typed AND sequence = 2`],
  ['an event taken away', ['$read', null], 'DELETE FROM edition_events WHERE edition_id = $read AND sequence = 3'],
  ['the answer to a comment', ['$typed', 'text'], `UPDATE comment_answers SET text = '未核对'`],
  ['the name of an agency', ['agency_versions:1', 'name'], `UPDATE agency_versions SET name = '另一个单位' WHERE agency_id = 1`],
  ['the level of a region', ['region_versions:2', 'level'], `UPDATE region_versions SET level = 'township' WHERE region_id = 2`],
  ['an agency put in behind', ['agencies:99', null], 'INSERT INTO agencies (id) OVERRIDING SYSTEM VALUE VALUES (99)'],
  ['the day something was due', ['reports:1', 'due_on'], 'UPDATE reports SET due_on = due_on + 30 WHERE id = 1'],
  ['the role of an account', ['accounts:7', 'role'], `UPDATE accounts SET role = 'supervisor' WHERE id = 7`],
];

/** Tables that lose no row and are proved in another way. */
const OTHERWISE: Readonly<Record<string, string>> = {
  audit_entries: 'the chain itself',
  documents: 'by their bytes',
  provenance: 'sealed with their edition',
  findings: 'sealed with their edition',
  tokens: 'used and revoked; what they did stands in the trail',
  outbox: 'follows from the events',
  notices: 'named in the trail when they are told',
  platform_facts: 'what this installation is today',
};

describe('verify record', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-record-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const here = smallCityServer(['agency', 'neighbour', 'county', 'administrator']);
  let read: string;
  let typed: string;

  beforeAll(async () => {
    const file = { name: '年报.txt', content: Buffer.from(REPORT.replaceAll('青禾县农业农村局', '青禾县统计局')) };
    const filed = (await submit(here.server, here.cookies.agency, { agencyId: here.city.agency, year: 2023, file })) as SubmissionSeen;
    await decide(here.server, here.cookies.county, 'acceptReport', filed.edition.id);
    await decide(here.server, here.cookies.county, 'publishReport', filed.edition.id);
    read = filed.edition.id;
    const cells = typedCells({ 's2/normative_documents/issued_count': '7' });
    const second = { agencyId: here.city.neighbour, year: 2023, cells, narrative: PLAIN_NARRATIVE };
    typed = ((await submit(here.server, here.cookies.neighbour, second)) as SubmissionSeen).edition.id;
    await here.server.ask(
      `mutation ($id: ID!) { returnReport(editionId: $id, reason: "请核对第三部分的数据", comments: [{ cell: "s3/new_received/total", text: "请核对" }]) { __typename } }`,
      { id: typed },
      { cookie: here.cookies.county },
    );
    await here.server.ask(
      `mutation ($id: ID!) { answerComment(commentId: $id, text: "已核对") { __typename } }`,
      { id: `${typed}-2-1` },
      { cookie: here.cookies.neighbour },
    );
  }, 60_000);

  async function verify(...words: readonly string[]): Promise<Verdict> {
    return JSON.parse(
      await command(here.database.url, 'verify', 'record', ...words).catch(({ stdout }: { stdout: string }) => stdout),
    ) as Verdict;
  }
  /** As somebody who owns the database and means ill. */
  async function tamper(change: string): Promise<void> {
    await here.database.owner.query(`SET session_replication_role = replica; ${change}; SET session_replication_role = DEFAULT`);
  }

  it('proves a record that nobody has touched, and goes on where it was told to', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ broken: null, differing: 0, differs: [], anchors: null, head: { sequence: String(verdict.entries) } });
    expect(verdict.rows).toBeGreaterThan(40);
    expect(await verify('--from', 'accounts:7')).toMatchObject({ rows: 1, entries: 0, differing: 0 });
  });

  it('covers every table that loses no row, or says why not', async () => {
    const { RECORD } = require(path.join(WORKSPACE, 'apps/api/dist/record/record-tables.js')) as {
      RECORD: readonly { readonly name: string }[];
    };
    const { rows } = await here.database.owner.query<{ name: string }>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc AND NOT tgisinternal`,
    );
    const covered = [...RECORD.map(({ name }) => name), ...Object.keys(OTHERWISE)];
    expect(rows.map(({ name }) => name).filter((name) => !covered.includes(name))).toEqual([]);
  });

  describe('of a record that its owner changed', () => {
    let verdict: Verdict;
    beforeAll(async () => {
      for (const [, , change] of CHANGES) await tamper(change.replaceAll('$typed', typed).replaceAll('$read', read));
      verdict = await verify();
    }, 60_000);

    it.each(CHANGES)('finds %s', async (_, [of, field]) => {
      const found = verdict.differs.find((each) => each.field === field && (each.edition ?? each.subject) === place(of));
      expect(found).toBeDefined();
      expect(found!.expected).not.toBe(found!.found);
    });

    it('is not dumped unless that is asked for, and the dump says so', async () => {
      const file = path.join(folder, 'unproved.dump');
      await expect(command(here.database.url, 'dump', file)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^not_proved: /),
      });
      expect(existsSync(file)).toBe(false);
      expect(JSON.parse(await command(here.database.url, 'dump', file, '--unproved'))).toMatchObject({ proof: { state: 'unproved' } });
      expect(gunzipSync(readFileSync(file)).toString('latin1').split('\n')[0]).toContain('"proof":{"state":"unproved","broken":false');
    });

    it('names nothing else, and the trail is whole', () => {
      expect(verdict.broken).toBeNull();
      const due = CHANGES.map(([, [of, field]]) => `${place(of)} ${field}`);
      // What is hashed into the content hash differs there too.
      const told = verdict.differs.map(({ subject, edition, field }) => `${edition ?? subject} ${field}`);
      expect(told.filter((each) => !due.includes(each))).toEqual([`${typed} content_sha256`]);
    });

    const place = (of: string): string => (of === '$typed' ? typed : of === '$read' ? read : of);
  });
});

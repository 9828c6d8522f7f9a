import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WORKSPACE } from './support/fresh-database';
import type { Upload } from './support/running-server';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const YEAR = 2023;
const ARRIVAL =
  'number receivedAt submittedBy documentName documentSha256 contentSha256 verdict refusal { code message { zh en } findings { code } } edition { number } report { year }';
const SUBMIT = `mutation ($input: SubmitReportInput!) { it: submitReport(input: $input) { __typename
  ... on Refusal { code findings { code } arrival { ${ARRIVAL} } } ... on Submission { receipt { number contentSha256 } } } }`;
const LOGINS = ['agency', 'neighbour', 'foreign', 'county', 'city', 'analyst', 'administrator'];

interface ArrivalSeen {
  readonly number: string;
  readonly documentSha256: string | null;
  readonly contentSha256: string | null;
  readonly verdict: string;
  readonly refusal: { readonly code: string; readonly findings: readonly { readonly code: string }[] } | null;
  readonly edition: { readonly number: number } | null;
}
interface Answer {
  readonly code?: string;
  readonly findings?: readonly { readonly code: string }[];
  readonly arrival?: ArrivalSeen | null;
  readonly receipt?: { readonly number: string; readonly contentSha256: string };
}

describe('what arrives', () => {
  const here = smallCityServer(LOGINS);
  const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

  async function ask<Result>(login: string | null, document: string, variables: object, file?: Upload): Promise<Result> {
    const cookie = login === null ? undefined : here.cookies[login];
    const { result, errors } = await here.server.ask<{ it: Result }>(document, { ...variables }, { cookie, ...(file ? { file } : {}) });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.it;
  }
  const send = (report: object, more: { readonly login?: string | null; readonly file?: Upload } = {}) =>
    ask<Answer>(
      more.login === undefined ? 'agency' : more.login,
      SUBMIT,
      { input: { report: { agencyId: here.city.agency, year: YEAR, ...report } } },
      more.file,
    );
  const read = (login: string | null, number: string) =>
    ask<ArrivalSeen | null>(login, `query ($number: String!) { it: arrival(number: $number) { ${ARRIVAL} } }`, { number });
  const receipts = async () => (await here.database.owner.query('SELECT FROM refused_arrivals')).rows.length;

  const fixture = readFileSync(path.join(WORKSPACE, 'test/reports/returned/section-four-total-differs.txt'), 'utf8');
  const wrong: Upload = { name: '年报（终稿）.txt', content: Buffer.from(fixture.replaceAll('青禾县农业农村局', '青禾县统计局')) };

  it('and cannot be filed has a receipt apart from its verdict, both to be read again by the agency and by nobody else', async () => {
    const { code, findings, arrival } = await send({ file: null }, { file: wrong });
    expect(code).toBe('REPORT_HAS_ERRORS');
    expect(arrival).toMatchObject({
      number: expect.stringMatching(/^GK\d{8}-\d{7}$/) as string,
      documentName: wrong.name,
      documentSha256: sha256(wrong.content),
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      verdict: 'refused',
      submittedBy: 'agency',
      refusal: { code, findings },
      edition: null,
      report: { year: YEAR },
    });
    expect(findings!.map((finding) => finding.code)).toContain('S4-SUM');
    expect(await read('agency', arrival!.number)).toEqual(arrival);
    for (const login of [null, ...LOGINS.filter((one) => one !== 'agency')])
      expect([login, await read(login, arrival!.number)]).toEqual([login, null]);
    expect((await here.database.owner.query('SELECT FROM editions')).rows).toEqual([]);
  });

  it('and cannot be read has the hash of the file and none of its content', async () => {
    const picture: Upload = { name: "'; DROP TABLE 报告.docx", content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) };
    const { code, arrival } = await send({ file: null }, { file: picture });
    expect(code).toBe('UNSUPPORTED_FORMAT');
    expect(arrival).toMatchObject({ documentSha256: sha256(picture.content), contentSha256: null, verdict: 'refused', refusal: { code } });
  });

  it('typed has no file, whatever was typed', async () => {
    const { code, arrival } = await send({ cells: [{ cell: 's3/new_received/total', text: '十'.repeat(5000) }] });
    expect(code).toBe('BAD_FIGURE');
    expect(arrival).toMatchObject({ documentName: null, documentSha256: null, contentSha256: null, refusal: { code } });
    expect(await read('agency', arrival!.number)).toEqual(arrival);
  });

  it('and is kept is found by the number of its edition; a report lists all, newest first', async () => {
    const { receipt } = await send({ cells: typedCells(), narrative: PLAIN_NARRATIVE });
    expect(await read('agency', receipt!.number)).toMatchObject({
      verdict: 'kept',
      refusal: null,
      edition: { number: 1 },
      contentSha256: receipt!.contentSha256,
    });
    expect(await read('county', receipt!.number)).toMatchObject({ verdict: 'kept' });
    expect(await read('neighbour', receipt!.number)).toBeNull();
    const again = await send({ cells: typedCells(), narrative: PLAIN_NARRATIVE });
    expect(again).toMatchObject({ code: 'ALREADY_FILED', arrival: { contentSha256: receipt!.contentSha256 } });
    const list = async (login: string, after: string | null) => {
      const { rows } = await here.database.owner.query<{ id: string }>('SELECT report_id AS id FROM editions');
      const document =
        'query ($id: ID!, $after: String) { it: report(id: $id) { arrivals(first: 3, after: $after) { total after items { number verdict } } } }';
      const { arrivals } = await ask<{ arrivals: { total: number; after: string | null; items: { number: string; verdict: string }[] } }>(
        login,
        document,
        { id: rows[0]!.id, after },
      );
      return arrivals;
    };
    const first = await list('agency', null);
    expect(first).toMatchObject({
      total: 5,
      after: '3',
      items: [{ number: again.arrival!.number }, { number: receipt!.number, verdict: 'kept' }, {}],
    });
    expect((await list('agency', first.after)).items).toHaveLength(2);
    expect(await list('county', null)).toMatchObject({ total: 1, items: [{ verdict: 'kept' }] });
  });

  it('not whole, from nobody who files, or where nothing is owed, has no receipt', async () => {
    const before = await receipts();
    const typed = { cells: typedCells(), narrative: PLAIN_NARRATIVE };
    const answers = [
      await send(typed, { login: null }),
      await send(typed, { login: 'neighbour' }),
      await send(typed, { login: 'county' }),
      await send({ ...typed, year: 2190 }),
      await send({ ...typed, year: 2018, form: 'gb2019_60' }),
      await send({}),
      await send({ file: null }, { file: { name: 'x.txt', content: Buffer.alloc(0) } }),
    ];
    expect(answers.map(({ code }) => code)).toEqual([
      'NOT_LOGGED_IN',
      'NOT_ALLOWED',
      'NOT_ALLOWED',
      'TOO_EARLY',
      'UNKNOWN_CELL',
      'NOTHING_TO_FILE',
      'EMPTY_FILE',
    ]);
    for (const { arrival } of answers) expect(arrival).toBeNull();
    expect(await receipts()).toBe(before);
  });

  it('is kept for ever, and written by nobody for somebody else', async () => {
    const { owner } = here.database;
    await expect(owner.query(`UPDATE refused_arrivals SET code = 'x'`)).rejects.toThrow(/kept for ever/);
    await expect(owner.query('DELETE FROM refused_arrivals')).rejects.toThrow(/kept for ever/);
    for (const login of LOGINS) {
      const { rows } = await owner.query<Record<string, string>>(
        `SELECT id AS account, role, coalesce(agency_id::text, '') AS agency, coalesce(region_id::text, '') AS region FROM accounts WHERE login = $1`,
        [login],
      );
      await owner.query('BEGIN; SET LOCAL ROLE gongkai_app');
      for (const [name, value] of Object.entries(rows[0]!))
        await owner.query('SELECT set_config($1, $2, true)', [`gongkai.${name}`, value]);
      expect((await owner.query('SELECT FROM refused_arrivals')).rows.length > 0).toBe(login === 'agency');
      const insert = owner.query(
        `INSERT INTO refused_arrivals (number, report_id, received_at, submitted_by, code, refusal)
         SELECT 'x', id, now(), $1, 'x', '{}' FROM reports WHERE agency_id = $2 AND year = ${YEAR}`,
        [rows[0]!.account, here.city.agency],
      );
      if (login === 'agency') expect((await insert).rowCount).toBe(1);
      else await expect(insert).rejects.toThrow(/row-level security/);
      await owner.query('ROLLBACK');
    }
  });
});

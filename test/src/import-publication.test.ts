import { readFileSync } from 'node:fs';
import path from 'node:path';
import { submit, decide, series, type SubmissionSeen } from './support/filing';
import { WORKSPACE, command } from './support/fresh-database';
import type { Upload } from './support/running-server';
import { smallCityServer } from './support/small-city-server';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';
import { type ReportWritten, reportFile } from './support/written-report';

const IMPORT = `mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { __typename
  ... on Refusal { code message { zh } }
  ... on ImportedReport { repeated edition { id number state origin source { url citation publishedOn } forms { s2 s3 }
    receipt { submittedBy documentSha256 } report { id origin obliged state dueOn filedAt late agency { id } }
    findings { code severity } events { state by } reason predecessor { id } } } } }`;

interface Imported {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: { readonly zh: string };
  readonly repeated?: boolean;
  readonly edition?: {
    readonly id: string;
    readonly number: number;
    readonly predecessor: { readonly id: string } | null;
    readonly findings: readonly { readonly code: string; readonly severity: string }[];
    readonly report: { readonly origin: string; readonly filedAt: string | null; readonly late: boolean };
  };
}

const SOURCE = { url: 'https://www.example.gov.cn/nb/2018.html', citation: '县政府网站', publishedOn: '2024-02-03' };

describe('a report published elsewhere', () => {
  const here = smallCityServer(['agency', 'county', 'other-county', 'city', 'analyst', 'administrator']);

  async function importAs(login: string, file: Upload, more: object = {}): Promise<Imported> {
    const input = { file: null, source: SOURCE, ...more };
    const { result, errors } = await here.server.ask<{ importPublishedReport: Imported }>(
      IMPORT,
      { input },
      { cookie: here.cookies[login], file },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return result.importPublishedReport;
  }
  const report = (changes: Partial<ReportWritten> = {}): Upload => reportFile({ agency: '青禾县统计局', year: 2023, ...changes });
  const points = async (agencyId: string) =>
    (
      await series(here.server, {
        indicators: ['new_received'],
        scope: { agencyId },
        years: { from: 2016, to: 2024 },
      })
    ).new_received!;

  it('is kept as printed, findings and all, and stands in the series like any published one', async () => {
    const kept = await importAs('county', report({ year: 2022, brokenTotal: '9' }));
    expect(kept).toMatchObject({
      __typename: 'ImportedReport',
      repeated: false,
      edition: {
        ...{ number: 1, state: 'published', origin: 'imported', source: SOURCE, forms: { s2: 'gb2021_30', s3: 'gb2021_30' } },
        receipt: { submittedBy: 'county' },
        report: { origin: 'roster', state: 'published', filedAt: '2024-02-02T16:00:00.000Z', late: true, agency: { id: here.city.agency } },
        events: [{ state: 'published', by: 'county' }],
      },
    });
    expect(kept.edition!.findings.filter(({ severity }) => severity === 'error' || severity === 'inconsistency')).not.toEqual([]);
    expect((await points(here.city.agency)).find(({ year }) => year === 2022)).toMatchObject({ value: '9', coverage: { reported: 1 } });
  });

  it('makes the obligation of a year no roster holds, and says so; before 2019 it was due on 31 March', async () => {
    const kept = await importAs('administrator', report({ year: 2017, requests: 5 }), { source: { citation: '2017年年报' } });
    expect(kept).toMatchObject({
      edition: { report: { origin: 'import', obliged: true, dueOn: '2018-03-31', filedAt: '2018-01-21T16:00:00.000Z', late: false } },
    });
    expect((await points(here.city.agency)).find(({ year }) => year === 2017)).toMatchObject({ value: '5', coverage: { expected: 1 } });
  });

  it('is kept once; other content replaces it with a reason', async () => {
    const first = await importAs('county', report({ year: 2021 }));
    expect(await importAs('city', report({ year: 2021 }))).toMatchObject({ repeated: true, edition: { id: first.edition!.id } });
    expect(await importAs('county', report({ year: 2021, requests: 8 }))).toMatchObject({ code: 'NEEDS_REASON' });
    const second = await importAs('county', report({ year: 2021, requests: 8 }), { reasonClass: 'correction', reason: '网站后来更正' });
    expect(second.edition).toMatchObject({ number: 2, predecessor: { id: first.edition!.id }, reason: '网站后来更正' });
    expect((await points(here.city.agency)).find(({ year }) => year === 2021)).toMatchObject({ value: '8' });
    expect(JSON.parse(await command(here.database.url, 'verify', 'rollups'))).toMatchObject({ differs: null });
  });

  it('never stands over what was filed here; but the agency amends it like its own', async () => {
    const filing = { agencyId: here.city.agency, year: 2024, cells: typedCells(), narrative: PLAIN_NARRATIVE };
    const filed = (await submit(here.server, here.cookies.agency, filing)) as SubmissionSeen;
    expect(await importAs('county', report({ year: 2024 }))).toMatchObject({ code: 'ALREADY_FILED' });
    expect(await decide(here.server, here.cookies.county, 'acceptReport', filed.edition.id)).toMatchObject({ state: 'accepted' });

    const again = { ...filing, year: 2021 };
    expect(await submit(here.server, here.cookies.agency, again)).toMatchObject({ code: 'NEEDS_REASON' });
    expect(await submit(here.server, here.cookies.agency, { ...again, reasonClass: 'correction', reason: '漏报一件申请' })).toMatchObject({
      edition: { number: 3, state: 'submitted' },
    });
  });

  it.each([
    ['by the agency itself', 'agency', {}, {}, 'NOT_ALLOWED'],
    ['by an analyst', 'analyst', {}, {}, 'NOT_ALLOWED'],
    ['by a supervisor of another county', 'other-county', {}, {}, 'NOT_ALLOWED'],
    ['by nobody', 'nobody', {}, {}, 'NOT_LOGGED_IN'],
    ['whose name no agency has', 'county', { agency: '青禾县海洋局' }, {}, 'UNKNOWN_AGENCY'],
    ['of a year before the agency', 'county', { year: 2007 }, {}, 'NO_OBLIGATION'],
    ['of a year that has not ended', 'county', {}, { year: 2199 }, 'TOO_EARLY'],
    ['without a source', 'county', {}, { source: {} }, 'BAD_REQUEST'],
    ['from an address that is none', 'county', {}, { source: { url: 'javascript:alert(1)' } }, 'BAD_REQUEST'],
    ['published on a day that does not exist', 'county', {}, { source: { citation: 'x', publishedOn: '2023-02-30' } }, 'BAD_REQUEST'],
    ['published tomorrow', 'county', {}, { source: { citation: 'x', publishedOn: '2199-01-01' } }, 'BAD_REQUEST'],
  ])('is refused %s', async (_, login, changes, more, code) => {
    expect(await importAs(login, report(changes), more)).toMatchObject({ __typename: 'Refusal', code });
  });

  it('that cannot be read is refused and leaves nothing', async () => {
    const before = await here.database.owner.query('SELECT count(*) FROM documents');
    const whole = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/word-tracked-and-numbered.docx'));
    const file = { name: '年报.docx', content: whole.subarray(0, whole.length / 2) };
    expect(await importAs('county', file)).toMatchObject({ code: 'DAMAGED_FILE' });
    expect((await here.database.owner.query('SELECT count(*) FROM documents')).rows).toEqual(before.rows);
  });

  it('begins and ends as published, and only officials may call something imported: in the database too', async () => {
    const { rows } = await here.database.owner.query<{ id: string; submitted_by: string }>(
      `SELECT id, submitted_by FROM editions WHERE origin = 'imported' LIMIT 1`,
    );
    const event = (state: string, sequence: number) =>
      here.database.owner.query(
        `INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office, comments) VALUES ($1, $2, $3, now(), $4, 'x', '[]')`,
        [rows[0]!.id, sequence, state, rows[0]!.submitted_by],
      );
    await expect(event('returned', 2)).rejects.toThrow(/cannot become/);
    await expect(event('published', 2)).rejects.toThrow(/cannot become/);
  });
});

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Workbook } from 'exceljs';
import type { ReadRecord, UnreadRecord } from './check-record';

const BIN = path.resolve(__dirname, '../bin/gongkai.cjs');
const REPORTS = path.resolve(__dirname, '../../../test/reports');
const CLEAN = path.join(REPORTS, 'accepted/one-cell-a-line.txt');
const WARNED = path.join(REPORTS, 'accepted/bars-and-marks.txt');
const NO_REPORT = path.join(REPORTS, 'accepted/one-cell-a-line.expected.json');
const WRONG = path.join(REPORTS, 'returned/section-four-total-differs.txt');

const env = (more: Record<string, string> = {}): NodeJS.ProcessEnv => {
  const { FORCE_COLOR, NO_COLOR, LC_ALL, LC_MESSAGES, ...rest } = process.env;
  return { ...rest, LANG: 'zh_CN.UTF-8', ...more };
};

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function gongkai(args: readonly string[], { as = env(), input }: { as?: NodeJS.ProcessEnv; input?: Buffer } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { env: as });
  child.stdin.end(input);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { status, stdout, stderr };
}

const check = (...args: readonly string[]): Promise<Ended> => gongkai(['check', ...args]);

async function records(...args: readonly string[]): Promise<readonly (ReadRecord | UnreadRecord)[]> {
  const lines = (await check('--json', ...args)).stdout.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as ReadRecord | UnreadRecord);
}

let folder: string;

beforeAll(async () => {
  // In a checkout whose sources are newer than its build this builds first.
  expect((await gongkai(['--version'])).stdout).toBe('0.1.0\n');
  folder = mkdtempSync(path.join(tmpdir(), 'gongkai-cli-'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gongkai check', () => {
  it('answers with the exit code of the worst file, or of wrong usage', async () => {
    const cases = [
      [[CLEAN], 0],
      [[WARNED], 1],
      [[WRONG, CLEAN, WARNED], 2],
      [[WRONG, NO_REPORT], 3],
      [[], 64],
      [['--colour', CLEAN], 64],
    ] as const;
    const codes = await Promise.all(cases.map(async ([args]) => (await check(...args)).status));
    expect(codes).toEqual(cases.map(([, code]) => code));
  });

  it('says of a file that does not exist that it does not, and checks the others', async () => {
    const { status, stdout, stderr } = await check('--quiet', '没有.docx', CLEAN);
    expect(stderr).toBe('gongkai: 没有.docx：文件不存在。\n');
    expect(stdout).toContain(`✓ 通过      ${CLEAN}`);
    expect(status).toBe(3);
    expect(await records('没有.docx')).toEqual([
      expect.objectContaining({ verdict: 'unreadable', refusal: expect.objectContaining({ code: 'NO_SUCH_FILE' }) }),
    ]);
  });

  it('prints one object a line, in the order of the files, with every cell in the codes of the specification', async () => {
    const [wrong, unreadable, clean] = await records(WRONG, NO_REPORT, CLEAN);
    expect(wrong).toMatchObject({ file: WRONG, agency: '青禾县农业农村局', year: 2023, verdict: 'cannot_be_filed', refusal: null });
    expect(wrong!.findings![0]).toMatchObject({ code: 'S4-SUM', severity: 'error', expected: '2', found: '3' });
    expect(unreadable).toEqual({
      ...Object.fromEntries(Object.keys(wrong!).map((key) => [key, null])),
      file: NO_REPORT,
      verdict: 'unreadable',
      refusal: { code: 'NO_REPORT_FOUND', message: { zh: expect.any(String), en: expect.any(String) } },
    });
    expect(clean).toMatchObject({
      verdict: 'clean',
      forms: { s2: 'gb2021_30', s3: 'gb2021_30', s4: 'gb2021_30' },
      title: expect.stringContaining('2023'),
    });
    expect(Object.keys(clean!.cells!)).toHaveLength(200);
    expect(clean!.cells!['s3/new_received/total']).toMatchObject({ raw: '17', state: 'number', amount: '17' });
    expect(clean!.declared).toContainEqual(expect.objectContaining({ code: 'published_items', amount: '36' }));
  });

  it('gives money in the unit it is printed in, and derived totals beside a blank', async () => {
    const [report] = await records(path.join(REPORTS, 'accepted/form-2019-blank-totals.html'));
    const cells = Object.entries(report!.cells!);
    expect(report!.cells!['s2/centralized_procurement/amount']).toMatchObject({ state: 'number', unit: expect.stringMatching(/^cny/) });
    const derived = cells.filter(([, cell]) => cell.derived !== null);
    expect(derived.length).toBeGreaterThan(0);
    for (const [, cell] of derived) expect(cell).toMatchObject({ state: 'blank', amount: null });
  });

  it('reads a folder sorted, below it too, and leaves litter of office programs out', async () => {
    const place = path.join(folder, 'many');
    mkdirSync(path.join(place, 'b'), { recursive: true });
    for (const name of ['c.txt', 'b/2.txt', 'b/1.txt', '~$c.txt', '.hidden.txt']) cpSync(CLEAN, path.join(place, name));
    expect((await records(place)).map(({ file }) => path.relative(place, file))).toEqual(['b/1.txt', 'b/2.txt', 'c.txt']);
    const { stdout } = await check('--quiet', place);
    expect(stdout.split('\n').at(-2)).toBe('共 3 个文件：通过 3');
  });

  it('reads standard input', async () => {
    const { stdout, status } = await gongkai(['check', '--json', '-'], { input: readFileSync(WRONG) });
    expect(JSON.parse(stdout)).toMatchObject({ file: '-', verdict: 'cannot_be_filed' });
    expect(status).toBe(2);
  });

  it('compares with the report of the year before, of a folder with that of the same agency', async () => {
    const last = path.join(folder, 'last');
    mkdirSync(last);
    const printed = readFileSync(CLEAN, 'utf8').replaceAll('2023', '2022').replaceAll('2024', '2023');
    writeFileSync(path.join(last, 'own.txt'), printed);
    writeFileSync(path.join(last, 'other.txt'), printed.replaceAll('农业农村局', '林业局'));
    const given = await records(CLEAN, '--last-year', path.join(last, 'own.txt'));
    const found = await records(CLEAN, '--last-year', last);
    expect(given[0]!.lastYear).toBe(path.join(last, 'own.txt'));
    expect(found).toEqual(given);
    expect(given[0]!.findings!.map(({ code }) => code)).toContain('XY-CARRY');
    expect((await records(CLEAN, '--last-year', CLEAN))[0]!.lastYear).toBeNull();
    expect((await check(CLEAN, '--last-year', CLEAN)).stdout).toContain('没有同一机关上一年度的报告可供核对');
    expect((await check(CLEAN, '--last-year', path.join(folder, 'none.txt'))).status).toBe(3);
  });

  it('says where the year is not the one that is owed', async () => {
    expect((await records(CLEAN, '--year', '2024'))[0]!.findings!.map(({ code }) => code)).toContain('NV-YEAR');
    expect((await check(CLEAN, '--year', '23')).status).toBe(64);
  });

  it('writes the same as a workbook', async () => {
    const file = path.join(folder, 'result.xlsx');
    const { status } = await check(WRONG, CLEAN, '没有.docx', '--quiet', '--xlsx', file);
    expect(status).toBe(3);
    const workbook = new Workbook();
    await workbook.xlsx.readFile(file);
    const rows = (name: string): unknown[][] =>
      workbook
        .getWorksheet(name)!
        .getSheetValues()
        .slice(1)
        .map((row) => (row as unknown[]).slice(1));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['files', 'findings', 'cells', 'declared', 'residue', 'dictionary']);
    expect(rows('files').map((row) => row.slice(0, 4))).toEqual([
      ['file', 'verdict', 'agency', 'year'],
      [WRONG, 'cannot_be_filed', '青禾县农业农村局', 2023],
      [CLEAN, 'clean', '青禾县农业农村局', 2023],
      ['没有.docx', 'unreadable'],
    ]);
    const [heading, finding] = rows('findings');
    const of = (title: string): unknown => finding![heading!.indexOf(title)];
    expect([of('code'), of('expected'), of('found'), of('difference')]).toEqual(['S4-SUM', 2, 3, 1]);
    expect(rows('cells')).toHaveLength(401);
    expect(rows('cells').at(-1)).toContain('s4/litigation_post_review/total');
    expect(rows('declared').length).toBeGreaterThan(1);
    const explained = rows('dictionary').map((row) => `${String(row[0])}/${String(row[1])}`);
    expect(explained).toEqual(expect.arrayContaining(['files/verdict', 'findings/expected', 'cells/derived', 'residue/context']));
  });

  it('does not begin where the workbook could not be written, nor write it over a file it checks', async () => {
    const { status, stdout, stderr } = await check(CLEAN, '--xlsx', path.join(folder, 'none/result.xlsx'));
    expect([status, stdout]).toEqual([73, '']);
    expect(stderr).toContain('没有写成');
    expect((await check(CLEAN, '--xlsx', CLEAN)).status).toBe(64);
  });

  it('colours for terminals and where it is told to, never where NO_COLOR says not to', async () => {
    const told = [{}, { CI: '1' }, { FORCE_COLOR: '1' }, { FORCE_COLOR: '1', NO_COLOR: '1' }];
    const shown = await Promise.all(told.map(async (more) => (await gongkai(['check', WRONG], { as: env(more) })).stdout));
    expect(shown.map((each) => each.includes('\u001b['))).toEqual([false, false, true, false]);
    expect(shown[2]).toContain('\u001b[31m✗');
  });

  it('speaks and explains itself in both languages', async () => {
    const as = env({ LANG: 'en_GB.UTF-8' });
    const said = await Promise.all([
      check('--help'),
      check('--help', '--lang', 'en'),
      gongkai(['check', WRONG], { as }),
      gongkai(['check', WRONG, '--lang', 'zh'], { as }),
    ]);
    const [help, helpInEnglish, english, chinese] = said.map(({ stdout }) => stdout);
    expect(help).toContain('读取并核验年度报告');
    expect(helpInEnglish).toContain('read and check annual reports');
    expect(english).toContain('Cannot be filed: 1 error to mend');
    expect(chinese).toContain('不能报送，1 处错误须改正');
  });

  it('ends cleanly when interrupted, leaving no temporary file', async () => {
    const own = path.join(folder, 'tmp');
    mkdirSync(own);
    const file = path.join(folder, 'never.xlsx');
    const child = spawn(process.execPath, [BIN, 'check', CLEAN, '-', '--json', '--xlsx', file], {
      env: env({ TMPDIR: own }),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    await once(child.stdout, 'data');
    expect(readdirSync(own)).toHaveLength(1);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(readdirSync(own)).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { WORKSPACE } from './support/fresh-database';
import { smallCityServer } from './support/small-city-server';
import { reportFile } from './support/written-report';

const BIN = path.join(WORKSPACE, 'apps/cli/bin/gongkai.cjs');

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

jest.setTimeout(120_000);

describe('gongkai import', () => {
  const here = smallCityServer(['county']);
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-import-'));
  const reports = path.join(folder, '历年年报');
  let token: string;
  let proxy: Server;

  beforeAll(async () => {
    const made = await here.server.ask<{ createToken: { secret: string } }>(
      'mutation { createToken(name: "import", scope: import, days: 1) { ... on CreatedToken { secret } } }',
      {},
      { cookie: here.cookies.county },
    );
    token = made.result.createToken.secret;
    mkdirSync(path.join(reports, '2023'), { recursive: true });
    const write = (agency: string, year: number): void => {
      const { name, content } = reportFile({ agency, year });
      writeFileSync(path.join(reports, year === 2023 ? '2023' : '.', name), content);
    };
    write('青禾县统计局', 2022);
    write('青禾县统计局', 2023);
    write('青禾县林业和草原局', 2023);
    writeFileSync(path.join(reports, '~$lock.docx'), 'x');
    proxy = createServer((request, response) => void passOn(request, response));
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    proxy.close();
    rmSync(folder, { recursive: true });
  });

  /** Lets requests through and no socket, as many an office's own proxy does. */
  async function passOn(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse): Promise<void> {
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type, 'apollo-require-preflight': '1' };
    const body = await text(request);
    const answer = await fetch(`${here.server.address}${request.url}`, { method: 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }

  async function gongkai(...args: readonly string[]): Promise<Ended> {
    const { NO_COLOR: _n, FORCE_COLOR: _f, ...rest } = process.env;
    const env = { ...rest, LANG: 'zh_CN.UTF-8', LC_ALL: '', GONGKAI_URL: here.server.address, GONGKAI_TOKEN: token };
    const child = spawn(process.execPath, [BIN, 'import', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number]>,
    ]);
    return { status, stdout, stderr };
  }

  it('sends a folder, follows the import to its end and tells what was not kept', async () => {
    const { status, stdout, stderr } = await gongkai(reports, '--citation', '县政府网站');
    expect(stderr).toMatch(/导入 1 已开始。.*--job 1/);
    expect(stdout).toContain('须确认');
    expect(stdout).toContain('可能是：青禾县林业局');
    expect(stdout).toContain('导入 1：已保存 2，须确认 1，未保存 0');
    expect(status).toBe(2);
  });

  it('tells the same of an import that is followed again, also where no socket comes through', async () => {
    const { port } = proxy.address() as { port: number };
    const { status, stdout } = await gongkai('--job', '1', '--json', '--url', `http://127.0.0.1:${port}/`);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as { name: string; result: string; agency: { name: string } | null })).toMatchObject([
      { name: '历年年报.zip/青禾县统计局2022年政府信息公开工作年度报告.txt', result: 'kept', agency: { name: '青禾县统计局' } },
      { name: '历年年报.zip/2023/青禾县林业和草原局2023年政府信息公开工作年度报告.txt', result: 'doubtful' },
      { name: '历年年报.zip/2023/青禾县统计局2023年政府信息公开工作年度报告.txt', result: 'kept' },
    ]);
    expect(status).toBe(2);
  });

  it('answers with an exit code of its own where the platform does not take it, and for wrong usage', async () => {
    const broken = path.join(folder, 'broken.docx');
    writeFileSync(broken, 'PK');
    const from = ['--citation', 'x'];
    const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
      ['unreadable', [broken, ...from], 3, /^$|已开始/],
      ['missing', [path.join(folder, 'none'), ...from], 3, /文件不存在/],
      ['foreign region', [broken, ...from, '--region', '南川县'], 69, /权限/],
      ['no region', [broken, ...from, '--region', '无名县'], 69, /无名县/],
      ['no import', ['--job', '99'], 69, /99/],
      ['bad token', [broken, ...from, '--token', 'gk_no'], 69, /令牌/],
      ['no platform', [broken, ...from, '--url', 'http://127.0.0.1:1'], 69, /127\.0\.0\.1:1/],
      ['no source', [broken], 64, /来源/],
      ['nothing', from, 64, /导入/],
      ['both', [broken, '--job', '1'], 64, /导入/],
    ];
    for (const [name, args, status, said] of cases) {
      const ended = await gongkai(...args);
      expect([name, ended.status]).toEqual([name, status]);
      expect([name, ended.stderr]).toEqual([name, expect.stringMatching(said)]);
    }
  });
});

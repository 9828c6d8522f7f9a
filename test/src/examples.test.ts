import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { WORKSPACE } from './support/fresh-database';
import { smallCityServer } from './support/small-city-server';
import { reportFile } from './support/written-report';

const run = promisify(execFile);
const EXAMPLES = path.join(WORKSPACE, 'docs/examples');
const CLIENT = path.join(EXAMPLES, 'typed-client');
const bin = (name: string): string => path.join(WORKSPACE, 'node_modules/.bin', name);

jest.setTimeout(120_000);

describe('the examples of docs/', () => {
  const here = smallCityServer(['agency']);
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-examples-'));
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const made = await here.server.ask<{ createToken: { secret: string } }>(
      'mutation { createToken(name: "example", scope: file, days: 1) { ... on CreatedToken { secret } } }',
      {},
      { cookie: here.cookies.agency },
    );
    env = { ...process.env, GONGKAI_URL: here.server.address, GONGKAI_TOKEN: made.result.createToken.secret };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function report(year: number): string {
    const { name, content } = reportFile({ agency: '青禾县统计局', year });
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  }

  (existsSync('/usr/bin/curl') ? it : it.skip)('file a report with curl, and the same receipt comes again', async () => {
    const args = [path.join(EXAMPLES, 'file-report.sh'), report(2022), here.city.agency, '2022'];
    const answers = [await run('sh', args, { env }), await run('sh', args, { env })].map(({ stdout }) => JSON.parse(stdout) as unknown);
    expect(answers[0]).toMatchObject({ data: { submitReport: { __typename: 'Submission' } } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('file a report with a typed client, whose types come from the platform itself', async () => {
    await run(bin('graphql-codegen'), ['--config', 'codegen.ts'], { env, cwd: CLIENT });
    await run(bin('tsc'), ['-p', CLIENT]);
    const program = path.join(CLIENT, 'generated/built/file-report.js');
    const { stdout } = await run(process.execPath, [program, report(2021), here.city.agency, '2021'], { env });
    expect(stdout).toMatch(/^回执 GK\d{8}-\d{7}\n$/);
    const again = run(process.execPath, [program, report(2021), here.city.neighbour, '2021'], { env });
    await expect(again).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('NOT_ALLOWED') as string });
  });
});

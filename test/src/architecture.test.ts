import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(60_000);

describe('docs/architecture.svg', () => {
  it('is what tools/architecture.mjs draws from the project graph today', () => {
    const run = spawnSync(process.execPath, ['tools/architecture.mjs', '--check'], {
      cwd: path.resolve(__dirname, '../..'),
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });
});

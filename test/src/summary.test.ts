import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const BROWSER = path.join(ROOT, 'test/src/browser/journey.test.ts');

const test = (status: string, fullName = 'works'): object => ({ status, fullName });
const file = (name: string, status: string, ...assertionResults: readonly object[]): object => ({ name, status, assertionResults });

/** What the runner makes of a result of Jest: the summary line and the browser tests that were left out. */
function read(...testResults: readonly object[]): { readonly line: string; readonly gaps: readonly string[] } {
  const script = `
    import { countTests, skippedBrowserTests, summary } from './tools/test/count.mjs';
    const result = ${JSON.stringify({ testResults })};
    console.log(JSON.stringify({ line: summary(countTests(result)), gaps: skippedBrowserTests(result) }));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { line: string; gaps: string[] };
}

describe('the summary of npm test', () => {
  it('counts passed and failed tests', () => {
    expect(read(file('/a', 'failed', test('passed'), test('failed')), file('/b', 'passed', test('passed'))).line).toBe(
      '2 passed, 1 failed',
    );
  });

  it('never counts a skipped test as passed', () => {
    expect(read(file('/a', 'passed', test('passed'), test('pending'), test('todo'))).line).toBe('1 passed, 0 failed, 2 skipped');
  });

  it('counts a file that could not be run as failed', () => {
    expect(read(file('/a', 'failed'), file('/b', 'passed', test('passed'))).line).toBe('1 passed, 1 failed');
    expect(read(file('/a', 'failed', test('passed'))).line).toBe('1 passed, 1 failed');
  });

  it('names the browser tests that were left out', () => {
    expect(read(file(BROWSER, 'passed', test('passed'), test('pending', 'the journey'))).gaps).toEqual(['the journey']);
    expect(read(file(BROWSER, 'passed', test('passed'))).gaps).toEqual([]);
    expect(read(file('/a', 'passed', test('pending'))).gaps).toEqual(['test/src/browser']);
  });
});

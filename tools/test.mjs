// npm test: everything there is to check, in one run, ending with one line that counts it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { install, ROOT } from './install.mjs';
import { NX, nxEnvironment } from './nx.mjs';
import { add, countTests, skippedBrowserTests, summary } from './test/count.mjs';
import { footer, header, run, runStep } from './test/step.mjs';

const bin = (file) => path.join(ROOT, 'node_modules', file);
const TSC = bin('typescript/bin/tsc');
const nx = (target) => [NX, 'run-many', '-t', target, '--output-style=static'];

/** Lint always runs anew: the boundary rule reads what Nx knows of the whole workspace. tools/ belongs to no project. */
const STEPS = [
  ['generate', [nx('generate')]],
  [
    'lint',
    [
      nx('lint'),
      [bin('eslint/bin/eslint.js'), 'tools', 'eslint.config.mjs', '--max-warnings', '0'],
      [bin('prettier/bin/prettier.cjs'), '--check', '.'],
    ],
  ],
  ['build', [nx('build')]],
  ['types of the web', [[TSC, '-p', 'apps/web/tsconfig.json']]],
  ['types of the tests', [[TSC, '-p', 'test/tsconfig.json']]],
];

const ALL_FAILED = { passed: 0, failed: 1, skipped: 0 };

async function test() {
  if (!install()) return ALL_FAILED;
  const env = nxEnvironment();
  const counts = [];
  for (const [name, programs] of STEPS) counts.push(await runStep(name, programs, env));
  counts.push(await runJest(env));
  return add(...counts);
}

/** One run of Jest over all projects, read back from its own report. */
async function runJest(env) {
  header('jest');
  const since = Date.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-test-'));
  const report = path.join(folder, 'jest.json');
  try {
    const workers = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
    const code = await run([bin('jest/bin/jest.js'), workers, '--json', `--outputFile=${report}`, ...process.argv.slice(2)], {
      ...env,
      NODE_ENV: 'test',
    });
    const count = existsSync(report) ? judge(JSON.parse(readFileSync(report, 'utf8')), code) : ALL_FAILED;
    footer('jest', count.failed === 0, since);
    return count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that ends badly without a failed test is one failure; so is a skipped browser test where a browser is required. */
function judge(result, code) {
  const count = countTests(result);
  if (code !== 0 && count.failed === 0) return add(count, ALL_FAILED);
  if (process.env.GONGKAI_REQUIRE_BROWSER !== '1') return count;
  const gaps = skippedBrowserTests(result);
  for (const gap of gaps) console.error(`not run, though GONGKAI_REQUIRE_BROWSER=1: ${gap}`);
  return gaps.length === 0 ? count : add(count, ALL_FAILED);
}

const total = await test().catch((error) => {
  console.error(error);
  return ALL_FAILED;
});
console.log(`\n${summary(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

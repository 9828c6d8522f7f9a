// npm test: everything there is to check, in one run, ending with one line that counts it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { install, ROOT } from './install.mjs';
import { NX, nxEnvironment } from './nx.mjs';
import { add, countTests, skippedBrowserTests, summary } from './test/count.mjs';
import { footer, header, run, runBeside, runStep } from './test/step.mjs';

/** @import { TestCounts, JestRun, StepLane } from './test/types.js' */

/** @type {(file: string) => string} */
const bin = (file) => path.join(ROOT, 'node_modules', file);
const TSC = bin('typescript/bin/tsc');
/** @type {(target: string) => string[]} */
const nx = (target) => [NX, 'run-many', '-t', target, '--output-style=static'];

/** @type {StepLane} */
const FIRST = [
  ['generate', [nx('generate')]],
  ['build', [nx('build')]],
];

/**
 * Lint always runs anew: the boundary rule reads what Nx knows of the whole workspace. tools/ belongs to no project. These only read, so that they
 * run beside each other; with what lint depends on, Nx would put back what is generated, which for a moment is not there.
 * @type {readonly StepLane[]}
 */
const BESIDE = [
  [['lint', [[...nx('lint'), '--excludeTaskDependencies']]]],
  [
    [
      'lint of tools and formatting',
      [
        [bin('eslint/bin/eslint.js'), 'tools', 'eslint.config.mjs', '--max-warnings', '0'],
        [bin('prettier/bin/prettier.cjs'), '--check', '.'],
      ],
    ],
    ['types of the web', [[TSC, '-p', 'apps/web/tsconfig.json']]],
    ['types of the tests', [[TSC, '-p', 'test/tsconfig.json']]],
    ['types of tools', [[TSC, '-p', 'tools/tsconfig.json']]],
  ],
];

const ALL_FAILED = { passed: 0, failed: 1, skipped: 0 };

/** @type {() => Promise<TestCounts>} */
async function test() {
  if (!install()) return ALL_FAILED;
  const env = nxEnvironment();
  const counts = [];
  for (const [name, programs] of FIRST) counts.push(await runStep(name, programs, env));
  counts.push(...(await runBeside(BESIDE, env)));
  counts.push(await runJest(env));
  return add(...counts);
}

/** Both let Nx put back what is built, which for a moment is not there for whoever runs beside them. */
const ALONE = 'test/src/(start|boundaries)\\.test';

/**
 * Jest over all projects, or over what the words choose, read back from its own reports.
 * @type {(env: NodeJS.ProcessEnv) => Promise<TestCounts>}
 */
async function runJest(env) {
  header('jest');
  const since = Date.now();
  const words = process.argv.slice(2);
  const side = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
  const runs =
    words.length > 0
      ? [[side, ...words]]
      : [
          ['--maxWorkers=1', '--testPathPatterns', ALONE],
          [side, '--testPathIgnorePatterns', '/node_modules/', ALONE],
        ];
  /** @type {(JestRun | null)[]} */
  const results = [];
  for (const each of runs) results.push(await jest(env, each));
  const reports = results.filter((each) => each !== null);
  const count = reports.length < results.length ? ALL_FAILED : judge(reports);
  footer('jest', count.failed === 0, since);
  return count;
}

/**
 * What one run reports, and whether it ended well; null where it reports nothing.
 * @type {(env: NodeJS.ProcessEnv, words: readonly string[]) => Promise<JestRun | null>}
 */
async function jest(env, words) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-test-'));
  const report = path.join(folder, 'jest.json');
  try {
    const code = await run([bin('jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...words], { ...env, NODE_ENV: 'test' });
    return existsSync(report) ? { ...JSON.parse(readFileSync(report, 'utf8')), code } : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A run that ends badly without a failed test is one failure; so is a skipped browser test where a browser is required.
 * @type {(runs: readonly JestRun[]) => TestCounts}
 */
function judge(runs) {
  const badly = runs.filter((each) => each.code !== 0 && countTests(each).failed === 0).map(() => ALL_FAILED);
  const count = add(...runs.map(countTests), ...badly);
  if (process.env.GONGKAI_REQUIRE_BROWSER !== '1' || badly.length > 0) return count;
  const gaps = skippedBrowserTests({ testResults: runs.flatMap(({ testResults }) => testResults) });
  for (const gap of gaps) console.error(`not run, though GONGKAI_REQUIRE_BROWSER=1: ${gap}`);
  return gaps.length === 0 ? count : add(count, ALL_FAILED);
}

const total = await test().catch((error) => {
  console.error(error);
  return ALL_FAILED;
});
console.log(`\n${summary(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

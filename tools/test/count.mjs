import path from 'node:path';

/** @import { Assertion, TestCounts, JestReport } from './types.js' */

const BROWSER_TESTS = `${path.sep}test${path.sep}src${path.sep}browser${path.sep}`;

/**
 * Passed, failed and skipped of a Jest result. A file that could not be run holds no tests, and counts as one failed.
 * @type {(result: JestReport) => TestCounts}
 */
export function countTests(result) {
  const broken = result.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed));
  const all = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = all.filter(isSkipped).length;
  return { passed: all.filter(({ status }) => status === 'passed').length, failed: all.filter(isFailed).length + broken.length, skipped };
}

/**
 * The browser tests that were not run; where a browser is required, not even one file of them is such a gap, too.
 * @type {(result: JestReport) => string[]}
 */
export function skippedBrowserTests(result) {
  const files = result.testResults.filter(({ name }) => name.includes(BROWSER_TESTS));
  if (files.length === 0) return ['test/src/browser'];
  return files.flatMap(({ assertionResults }) => assertionResults.filter(isSkipped).map(({ fullName }) => fullName));
}

/**
 * The line every run ends with.
 * @type {(counts: TestCounts) => string}
 */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @type {(...counts: readonly TestCounts[]) => TestCounts} */
export function add(...counts) {
  const sumOf = (/** @type {keyof TestCounts} */ key) => counts.reduce((sum, each) => sum + each[key], 0);
  return { passed: sumOf('passed'), failed: sumOf('failed'), skipped: sumOf('skipped') };
}

/** @type {(assertion: Assertion) => boolean} */
const isFailed = ({ status }) => status === 'failed';
/** @type {(assertion: Assertion) => boolean} */
const isSkipped = ({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status);

import { spawn } from 'node:child_process';
import { ROOT } from '../install.mjs';

/** @import { TestCounts, StepLane, Program } from './types.js' */

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * Runs Node programs one after the other under a header, and counts as one test: passed when all end with 0.
 * @type {(name: string, programs: readonly Program[], env: NodeJS.ProcessEnv) => Promise<TestCounts>}
 */
export async function runStep(name, programs, env) {
  header(name);
  const since = Date.now();
  let isGood = true;
  for (const args of programs) isGood = (await run(args, env)) === 0 && isGood;
  footer(name, isGood, since);
  return isGood ? PASSED : FAILED;
}

/**
 * Lanes of such steps at the same time; what a step prints is told as one when it ends.
 * @type {(lanes: readonly StepLane[], env: NodeJS.ProcessEnv) => Promise<TestCounts[]>}
 */
export async function runBeside(lanes, env) {
  const counts = await Promise.all(
    lanes.map(async (steps) => {
      const counted = [];
      for (const [name, programs] of steps) counted.push(await runTold(name, programs, env));
      return counted;
    }),
  );
  return counts.flat();
}

/** @type {(name: string, programs: readonly Program[], env: NodeJS.ProcessEnv) => Promise<TestCounts>} */
async function runTold(name, programs, env) {
  const since = Date.now();
  const ends = [];
  for (const args of programs) ends.push(await runKept(args, env));
  const isGood = ends.every(({ code }) => code === 0);
  header(name);
  for (const { said } of ends) process.stdout.write(said);
  footer(name, isGood, since);
  return isGood ? PASSED : FAILED;
}

/**
 * Runs one Node program and returns its exit code, null when it was killed.
 * @type {(args: Program, env: NodeJS.ProcessEnv) => Promise<number | null>}
 */
export function run(args, env) {
  return ending(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] }));
}

/**
 * The same, keeping what it prints.
 * @type {(args: Program, env: NodeJS.ProcessEnv) => Promise<{ code: number | null; said: string }>}
 */
async function runKept(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return { code: await ending(child), said };
}

/**
 * Once all it printed has come too.
 * @type {(child: import('node:child_process').ChildProcess) => Promise<number | null>}
 */
function ending(child) {
  return new Promise((done) => {
    child.once('error', () => done(null));
    child.once('close', (code) => done(code));
  });
}

/** @type {(name: string) => void} */
export function header(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 68 - name.length))}`);
}

/** @type {(name: string, isGood: boolean, since: number) => void} */
export function footer(name, isGood, since) {
  console.log(`${isGood ? '✓' : '✗'} ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

import { spawn } from 'node:child_process';
import { ROOT } from '../install.mjs';

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

/** Runs Node programs one after the other under a header, and counts as one test: passed when all end with 0. */
export async function runStep(name, programs, env) {
  header(name);
  const since = Date.now();
  let isGood = true;
  for (const args of programs) isGood = (await run(args, env)) === 0 && isGood;
  footer(name, isGood, since);
  return isGood ? PASSED : FAILED;
}

/** Runs one Node program and returns its exit code, null when it was killed. */
export function run(args, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => done(null));
    child.once('exit', (code) => done(code));
  });
}

export function header(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 68 - name.length))}`);
}

export function footer(name, isGood, since) {
  console.log(`${isGood ? '✓' : '✗'} ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

// The files git knows, read once.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../install.mjs';

/** @import { SourceFile } from './types.js' */

/**
 * Paths and texts of the files below a folder whose path fits.
 * @type {(folder: string, pattern: RegExp) => SourceFile[]}
 */
export function filesOf(folder, pattern) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', folder], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return listed
    .filter((each) => pattern.test(each) && existsSync(path.join(ROOT, each)))
    .map((each) => ({ path: each, text: readFileSync(path.join(ROOT, each), 'utf8') }));
}

/**
 * What people write: neither tests nor what is generated.
 * @type {() => SourceFile[]}
 */
export function allSources() {
  return filesOf('.', /(?<!\.test)\.(ts|tsx|mjs)$/).filter(({ path: file }) => !file.includes('/generated/'));
}

/** @type {(file: SourceFile) => number} */
export const lineCount = ({ text }) => text.split('\n').length - 1;

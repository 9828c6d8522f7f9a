// Which folders of the api import each other in a ring. A file beside the folders counts as a folder of its own.
import path from 'node:path';

/** @import { SourceFile, Ways } from './types.js' */

const IMPORTED = /(?:from|import) '(\.[^']+)'/g;

/**
 * The rings of folders right below a root: each a list of folders any of which leads to all others.
 * @type {(files: readonly SourceFile[], root: string) => string[][]}
 */
export function folderRings(files, root) {
  const ways = waysOf(files, root);
  const reached = new Map([...ways.keys()].map((folder) => [folder, reachableFrom(folder, ways)]));
  /** @type {string[][]} */
  const rings = [];
  for (const folder of ways.keys()) {
    if (rings.some((ring) => ring.includes(folder)) || !reached.get(folder)?.has(folder)) continue;
    rings.push([...ways.keys()].filter((other) => reached.get(folder)?.has(other) && reached.get(other)?.has(folder)).sort());
  }
  return rings;
}

/**
 * The folder right below the root in which a file stands, or the file itself; null outside.
 * @type {(file: string, root: string) => string | null}
 */
export function folderOf(file, root) {
  const [first] = path.posix.relative(root, file).split('/');
  return first === '..' || first === '' ? null : first.replace(/\.ts$/, '');
}

/**
 * The other folders that each folder imports.
 * @type {(files: readonly SourceFile[], root: string) => Ways}
 */
export function waysOf(files, root) {
  const ways = new Map();
  for (const { path: file, text } of files) {
    const from = folderOf(file, root);
    const to = [...text.matchAll(IMPORTED)].map(([, target]) => folderOf(path.posix.join(path.posix.dirname(file), target), root));
    const known = ways.get(from) ?? new Set();
    for (const each of to) if (each !== null && each !== from) known.add(each);
    ways.set(from, known);
  }
  return ways;
}

/**
 * Every folder that is come to from one, itself where it stands in a ring.
 * @type {(start: string, ways: Ways) => Set<string>}
 */
export function reachableFrom(start, ways) {
  const seen = new Set();
  const waiting = [...(ways.get(start) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(ways.get(next) ?? []));
  }
  return seen;
}

// Which folders of the api import each other in a ring.
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

/** @type {(files: readonly SourceFile[], root: string) => Ways} */
function waysOf(files, root) {
  /** @type {(file: string) => string | null} */
  const folderOf = (file) => {
    const [first, ...rest] = path.posix.relative(root, file).split('/');
    return rest.length === 0 || first === '..' ? null : first;
  };
  const ways = new Map();
  for (const { path: file, text } of files) {
    const from = folderOf(file);
    if (from === null) continue;
    const to = [...text.matchAll(IMPORTED)].map(([, target]) => folderOf(path.posix.join(path.posix.dirname(file), target)));
    const known = ways.get(from) ?? new Set();
    for (const each of to) if (each !== null && each !== from) known.add(each);
    ways.set(from, known);
  }
  return ways;
}

/** @type {(start: string, ways: Ways) => Set<string>} */
function reachableFrom(start, ways) {
  const seen = new Set();
  const waiting = [...(ways.get(start) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(ways.get(next) ?? []));
  }
  return seen;
}

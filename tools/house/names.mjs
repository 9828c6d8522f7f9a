// Which exported names stand for two things.

/** @import { SourceFile } from './types.js' */

const DECLARED = /^export (?:declare )?(?:abstract )?(?:async )?(?:const|function\*?|class|interface|type|enum) ([A-Za-z_$][\w$]*)/gm;

/**
 * Names that two files or more declare and export, with those files. What only tests export is left out.
 * @type {(files: readonly SourceFile[]) => Record<string, string[]>}
 */
export function homonyms(files) {
  const places = new Map();
  for (const { path, text } of files) {
    if (/\.test\.tsx?$|\/migrations\//.test(path)) continue;
    const names = new Set([...text.matchAll(DECLARED)].map(([, name]) => name));
    for (const name of names) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return Object.fromEntries([...places].filter(([, where]) => where.length > 1).sort(([, one], [, other]) => other.length - one.length));
}

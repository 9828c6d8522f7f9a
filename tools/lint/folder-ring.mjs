import path from 'node:path';
import { folderOf, reachableFrom, waysOf } from '../house/rings.mjs';
import { filesOf } from '../house/sources.mjs';
import { ROOT } from '../install.mjs';

/**
 * @import { ExportAllDeclaration, ExportNamedDeclaration, ImportDeclaration } from 'estree'
 * @import { Rule } from 'eslint'
 * @import { Ways } from '../house/types.js'
 */

/** @type {Map<string, Ways>} */
const waysIn = new Map();

/**
 * What the folders below a root import of each other, as the files stand; read once a run.
 * @type {(root: string) => Ways}
 */
function knownWays(root) {
  const ways = waysIn.get(root) ?? waysOf(filesOf(root, /(?<!\.test)\.ts$/), root);
  waysIn.set(root, ways);
  return ways;
}

/**
 * ESLint rule: no folder right below the root imports one that leads back to it. Option: the root, from the top of the workspace.
 * @type {Rule.RuleModule}
 */
export const folderRing = {
  meta: { type: 'problem', schema: [{ type: 'string' }], docs: { description: 'folders form no ring' } },
  create: (context) => {
    const [root] = context.options;
    const file = path.relative(ROOT, context.filename).split(path.sep).join('/');
    const from = folderOf(file, root);
    /** @type {(node: ImportDeclaration | ExportNamedDeclaration | ExportAllDeclaration) => void} */
    const judge = (node) => {
      const target = node.source?.value;
      if (typeof target !== 'string' || !target.startsWith('.')) return;
      const to = folderOf(path.posix.join(path.posix.dirname(file), target), root);
      if (from === null || to === null || to === from || !reachableFrom(to, knownWays(root)).has(from)) return;
      context.report({ node, message: `${from} imports ${to}, which leads back to ${from}: folders form no ring.` });
    };
    return { ImportDeclaration: judge, ExportNamedDeclaration: judge, ExportAllDeclaration: judge };
  },
};

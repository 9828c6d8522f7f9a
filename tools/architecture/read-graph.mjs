import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../install.mjs';
import { NX, nxEnvironment } from '../nx.mjs';

/** @import { NxGraph, Project } from './types.js' */

/**
 * The projects as Nx sees them: `{ name, says, isApp, uses }`. What only tests import is no part of the house:
 * an edge counts where the package.json declares it as a dependency, too.
 * @type {() => Project[]}
 */
export function readGraph() {
  const { nodes, dependencies } = askNx();
  /** @type {(name: string) => string} */
  const short = (name) => name.replace('@gongkai/', '');
  return Object.keys(nodes)
    .sort()
    .map((name) => {
      const root = nodes[name].data.root;
      const declared = JSON.parse(readFileSync(path.join(ROOT, root, 'package.json'), 'utf8'));
      const targets = dependencies[name].map(({ target }) => target).filter((each) => each in nodes && each in declared.dependencies);
      return {
        name: short(name),
        says: declared.description,
        isApp: !root.startsWith('libs/'),
        uses: [...new Set(targets)].map(short).sort(),
      };
    });
}

/** @type {() => NxGraph} */
function askNx() {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-graph-'));
  try {
    const file = path.join(folder, 'graph.json');
    execFileSync(process.execPath, [NX, 'graph', `--file=${file}`], {
      cwd: ROOT,
      env: nxEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(file, 'utf8')).graph;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Draws docs/architecture.svg from the project graph. With --check nothing is written: fails where the committed picture differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { draw } from './architecture/draw.mjs';
import { layOut } from './architecture/lay-out.mjs';
import { readGraph } from './architecture/read-graph.mjs';
import { ROOT } from './install.mjs';

const file = path.join(ROOT, 'docs/architecture.svg');
const picture = draw(layOut(readGraph()));

if (!process.argv.includes('--check')) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, picture);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== picture) {
  console.error('docs/architecture.svg differs from the project graph; draw it again with: node tools/architecture.mjs');
  process.exitCode = 1;
}

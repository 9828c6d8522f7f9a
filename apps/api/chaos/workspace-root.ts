import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the workspace, seen from the sources and from what is built of them. */
export const CHAOS_ROOT = rootAbove(__dirname);

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'nx.json')) ? folder : rootAbove(dirname(folder));
}

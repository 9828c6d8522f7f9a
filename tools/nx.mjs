import path from 'node:path';
import { ROOT } from './install.mjs';

/** Nx's program, run with Node itself so that neither a shell nor npx comes between. */
export const NX = path.join(ROOT, 'node_modules/nx/dist/bin/nx.js');

/** Plain output, no terminal interface; the rest of the environment goes along. */
export const nxEnvironment = () => ({ ...process.env, NX_TUI: 'false', NX_DAEMON: 'false' });

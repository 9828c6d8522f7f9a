import path from 'node:path';
import { ROOT } from './install.mjs';

/** Nx's program, run with Node itself so that neither a shell nor npx comes between. */
export const NX = path.join(ROOT, 'node_modules/nx/dist/bin/nx.js');

/** No terminal interface, no daemon left behind, colours only for a terminal; the rest of the environment goes along. */
export const nxEnvironment = () => ({
  ...process.env,
  NX_TUI: 'false',
  NX_DAEMON: 'false',
  ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }),
});

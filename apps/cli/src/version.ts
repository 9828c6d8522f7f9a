import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this package, from its package.json. */
export const cliVersion: string = (JSON.parse(readFileSync(path.resolve(__dirname, '../package.json'), 'utf8')) as { version: string })
  .version;

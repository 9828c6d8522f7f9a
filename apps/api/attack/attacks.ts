import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Attack } from './attack';

const FOLDER = join(__dirname, 'attacks');

/** Every attack there is: a file of `attacks` holds one, exported under the name of the file in camel case. */
export function attackNames(): readonly string[] {
  const files = readdirSync(FOLDER).filter((file) => /(?<!\.d|\.test)\.(?:ts|js)$/.test(file));
  return files.map((file) => parse(file).name).sort();
}

export function attackNamed(name: string): Attack {
  const said = require(join(FOLDER, name)) as Readonly<Record<string, Attack | undefined>>;
  const attack = said[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (attack === undefined) throw new Error(`attacks/${name} exports no attack of that name`);
  return attack;
}

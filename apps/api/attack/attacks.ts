import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Attack } from './attack';

const FOLDER = join(__dirname, 'attacks');

/** Every attack by its name: a file of `attacks` holds one, exported under the name of the file in camel case. */
export function attacksNamed(only: string | null = null): ReadonlyMap<string, Attack> {
  const names = readdirSync(FOLDER)
    .filter((file) => /(?<!\.d|\.test)\.(?:ts|js)$/.test(file))
    .map((file) => parse(file).name)
    .filter((name) => only === null || name.includes(only));
  return new Map(names.sort().map((name) => [name, attackIn(name)]));
}

function attackIn(name: string): Attack {
  const said = require(join(FOLDER, name)) as Readonly<Record<string, Attack | undefined>>;
  const attack = said[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  if (attack === undefined) throw new Error(`attacks/${name} exports no attack of that name`);
  return attack;
}

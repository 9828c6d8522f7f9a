// Writes src/generated/form-id.ts: ids and names of the forms of the catalogue, which is the only place that names them.
// `--data <folder> --out <file>` serve the tests.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../catalogue/data') },
    out: { type: 'string', default: join(import.meta.dirname, 'src/generated/form-id.ts') },
  },
});
const folder = join(options.data, 'forms');
const forms = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')));
const ids = forms.map(({ id, document }) => `  /** ${document} */\n  | '${id}'\n`);
const names = forms.map(({ id, document, englishName }) => `  ${id}: ${JSON.stringify({ zh: document, en: englishName })},\n`);
mkdirSync(dirname(options.out), { recursive: true });
writeFileSync(
  options.out,
  `// Written by generate.mjs from the catalogue's forms.
import type { Words } from '../words';

/** One of the forms of the catalogue. */
export type FormId =
${ids.join('')};

/** What the forms are called: by their documents. */
export const FORM_NAMES: Readonly<Record<FormId, Words>> = {
${names.join('')}};
`,
);
console.log(`${ids.length} ids of forms`);

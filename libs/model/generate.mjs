// Writes src/generated/form-id.ts: the ids of the forms of the catalogue, which is the only place that names them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FORMS = join(import.meta.dirname, '../catalogue/data/forms');
const OUT = join(import.meta.dirname, 'src/generated');

const forms = readdirSync(FORMS)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(FORMS, name), 'utf8')));
const ids = forms.map(({ id, document }) => `  /** ${document} */\n  | '${id}'\n`);
mkdirSync(OUT, { recursive: true });
writeFileSync(
  join(OUT, 'form-id.ts'),
  `// Written by generate.mjs from the catalogue's forms.\n/** One of the forms of the catalogue. */\nexport type FormId =\n${ids.join('')};\n`,
);
console.log(`${ids.length} ids of forms`);

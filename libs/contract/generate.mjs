// Writes src/generated/forms.graphql: the enum of the forms of the catalogue, which is the only place that names them.
// `--data <folder> --out <file>` serve the tests.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../catalogue/data') },
    out: { type: 'string', default: join(import.meta.dirname, 'src/generated/forms.graphql') },
  },
});
const folder = join(options.data, 'forms');
const forms = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')));
const values = forms.map(({ id, document }) => `  ${JSON.stringify(document)}\n  ${id}\n`);
mkdirSync(dirname(options.out), { recursive: true });
writeFileSync(options.out, `"The statutory form by its layout, whatever document a report cites."\nenum FormId {\n${values.join('')}}\n`);

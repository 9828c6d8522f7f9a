// Writes src/generated/forms.graphql: the enum of the forms of the catalogue, which is the only place that names them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FORMS = join(import.meta.dirname, '../catalogue/data/forms');
const OUT = join(import.meta.dirname, 'src/generated');

const forms = readdirSync(FORMS)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(FORMS, name), 'utf8')));
const values = forms.map(({ id, document }) => `  ${JSON.stringify(document)}\n  ${id}\n`);
mkdirSync(OUT, { recursive: true });
writeFileSync(
  join(OUT, 'forms.graphql'),
  `"The statutory form by its layout, whatever document a report cites."\nenum FormId {\n${values.join('')}}\n`,
);

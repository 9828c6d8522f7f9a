// Reads data/*.yaml, checks it and writes src/generated/catalogue.ts.
// `--data <folder> --out <file>` serve the tests. Problems are printed as `file:line: message` and end the run with 1.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileCells } from './generate/compile-cells.mjs';
import { compileForm } from './generate/compile-form.mjs';
import { compileIndicators } from './generate/compile-indicators.mjs';
import { checkPairCodes, compilePairs } from './generate/compile-pairs.mjs';
import * as schemas from './generate/schemas.mjs';
import { YamlSource } from './generate/yaml-source.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(here, 'data') },
    out: { type: 'string', default: join(here, 'src', 'generated', 'catalogue.ts') },
  },
});

function readForms(folder, cells, problems) {
  return readdirSync(join(folder, 'forms'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const source = new YamlSource(folder, `forms/${name}`, problems);
      const form = source.check(schemas.form);
      if (form && name !== `${form.id.replaceAll('_', '-')}.yaml`) source.problem(['id'], `the file of ${form.id} has another name`);
      return form ? [compileForm(source, form, cells)] : [];
    })
    .sort((one, other) => one.years.first - other.years.first);
}

function checkCodes(source, entries, key) {
  entries.forEach((entry, at) => {
    if (entries.findIndex((other) => other[key] === entry[key]) !== at) source.problem([at], `${entry[key]} twice`);
  });
}

/** A claim may only be held against cells of the registry. */
function checkClaims(source, figures, cells) {
  const registered = new Set(cells.map((cell) => cell.id));
  figures.forEach((figure, at) =>
    figure.cells.forEach(({ of }, index) => {
      for (const id of of)
        if (!registered.has(id)) source.problem([at, 'cells', index, 'of'], `${figure.code}: cell ${id} is not in the registry`);
    }),
  );
}

const LISTS = {
  DECLARED: { type: 'DeclaredFigure', file: 'declared.yaml', schema: schemas.declared, key: 'code', check: checkClaims },
  GLOSSARY: { type: 'GlossaryEntry', file: 'glossary.yaml', schema: schemas.glossary, key: 'code' },
  DEADLINES: { type: 'Deadline', file: 'deadlines.yaml', schema: schemas.deadlines, key: 'level' },
};

function readLists(folder, cells, problems) {
  const entries = Object.entries(LISTS).map(([name, { type, file, schema, key, check }]) => {
    const source = new YamlSource(folder, file, problems);
    const list = source.check(schema) ?? [];
    checkCodes(source, list, key);
    check?.(source, list, cells);
    return [name, [type, list]];
  });
  return Object.fromEntries(entries);
}

/** Only of forms and cells that are whole. */
function readIndicators(folder, forms, cells, problems) {
  const source = new YamlSource(folder, 'indicators.yaml', problems);
  const pairsSource = new YamlSource(folder, 'pairs.yaml', problems);
  const written = source.check(schemas.indicators) ?? [];
  const pairs = pairsSource.check(schemas.pairs) ?? [];
  if (problems.length > 0) return [];
  checkPairCodes(pairsSource, pairs, written);
  return compilePairs(pairsSource, pairs, forms, compileIndicators(source, written, forms, cells));
}

function compileCatalogue(folder, problems) {
  const registry = new YamlSource(folder, 'cells.yaml', problems);
  const cells = compileCells(registry, registry.check(schemas.cellBlocks) ?? []);
  const forms = problems.length === 0 ? readForms(folder, cells, problems) : [];
  const indicators = readIndicators(folder, forms, cells, problems);
  return {
    CELLS: ['Cell', cells],
    FORMS: ['Form', forms],
    INDICATORS: ['Indicator', indicators],
    ...readLists(folder, cells, problems),
  };
}

function writeModule(parts) {
  const types = Object.values(parts).map(([type]) => type);
  const lists = Object.entries(parts).map(
    ([name, [type, entries]]) =>
      `export const ${name}: readonly ${type}[] = [\n${entries.map((entry) => `  ${JSON.stringify(entry)},\n`).join('')}];\n`,
  );
  return `// Written by generate.mjs from data/*.yaml.\nimport type { ${types.join(', ')} } from '@gongkai/model';\n\n${lists.join('\n')}`;
}

const problems = [];
const parts = compileCatalogue(options.data, problems);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(options.out, writeModule(parts));
  console.log(
    Object.entries(parts)
      .map(([name, [, entries]]) => `${entries.length} ${name.toLowerCase()}`)
      .join(', '),
  );
}

// A catalogue with a third form, made from the real one by what such a form brings: its file, its cells, the terms of indicators, the pairs. In it stand
// a row more in section three and one that is gone, a column more in section four, section two as it was, and an indicator that does not compare.
// The generators write it to `generated/`, which the tests and the programs they start take in place of the real one.
const { execFileSync } = require('node:child_process');
const { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { parse, stringify } = require('yaml');

const LIBS = path.resolve(__dirname, '../../libs');
const OUT = path.join(__dirname, 'generated');
const DATA = path.join(OUT, 'data');
const [BEFORE, THIRD] = ['gb2021_30', 'gb2024_1'];
const NOT_COMPARABLE = ['other', 'other_rate'];
const NOTED = ['not_processed', 'refusal_to_process_rate'];

const read = (file) => readFileSync(path.join(DATA, file), 'utf8');

function edit(file, wanted, replacement, into = file) {
  const text = read(file);
  const changed = text.replace(wanted, replacement);
  if (changed === text) throw new Error(`${file} has no ${wanted}`);
  writeFileSync(path.join(DATA, into), changed);
}

function addForm() {
  const [before, third] = [`forms/${BEFORE.replace('_', '-')}.yaml`, `forms/${THIRD.replace('_', '-')}.yaml`];
  edit(before, `id: ${BEFORE}`, `id: ${THIRD}`, third);
  edit(third, /document: .*/, 'document: 国办公开办函〔2024〕1号');
  edit(third, /englishName: .*/, 'englishName: Form 2024 No. 1');
  edit(third, /years: .*/, 'years: { first: 2024, last: null }');
  edit(before, /years: .*/, 'years: { first: 2021, last: 2023 }');
  edit(third, /(      - code: total_processed\n)/, `${MORE_ROW}$1`);
  edit(third, /      - code: not_processed_publication\n(?:        .*\n)+/, '');
  edit(third, /(      - \{ code: pending, )/, `${MORE_COLUMN}$1`);
}

const MORE_ROW = `      - code: other_moved
        zh: 4.转送其他行政机关办理
        en: 'Other: passed on to another agency'
        under: [三、本年度办理结果, （六）其他处理]
        group: other
`;
const MORE_COLUMN = '      - { code: settled, zh: 达成和解, en: Settled, group: closed }\n';
const MORE_CELLS = `
- first: 227
  last: 233
  section: s3
  rows: [other_moved]
  columns: [natural_person, commercial_enterprise, research_institution, public_interest_org, legal_service_org, other_org, total]
  unit: request
- { first: 234, last: 236, section: s4, rows: [review, litigation_direct, litigation_post_review], columns: [settled], unit: case }
`;

/** What the form before asks in words of its own the third asks alike. */
function addTerms() {
  edit('indicators.yaml', new RegExp(`^    ${BEFORE}: (.*)$`, 'gm'), `$&\n    ${THIRD}: $1`);
}

function addPairs() {
  const [pair] = parse(read('pairs.yaml'));
  const codes = parse(read('indicators.yaml')).map(({ code }) => code);
  const told = [...NOT_COMPARABLE, ...NOTED];
  const differ = [
    { verdict: 'none', of: NOT_COMPARABLE, zh: '2024年表样把转送的申请列入其他处理。', en: 'The form of 2024 counts what was passed on.' },
    { verdict: 'note', of: NOTED, zh: '2024年表样没有公开出版物一行。', en: 'The form of 2024 has no row of publications.' },
  ];
  const without = (list) => list.filter((code) => !told.includes(code));
  const pairs = [
    { between: [BEFORE, THIRD], same: without(codes), differ },
    { between: [pair.between[0], THIRD], same: without(pair.same), differ: [...pair.differ, ...differ] },
  ];
  appendFileSync(path.join(DATA, 'pairs.yaml'), `\n${stringify(pairs)}`);
}

const generate = (lib, name) =>
  execFileSync(process.execPath, [path.join(LIBS, lib, 'generate.mjs'), '--data', DATA, '--out', path.join(OUT, name)]);

/** The contract as one text, as its own generator writes it. */
function writeContract() {
  const schema = path.join(LIBS, 'contract/schema');
  const texts = readdirSync(schema).map((name) => readFileSync(path.join(schema, name), 'utf8'));
  const text = [...texts, readFileSync(path.join(OUT, 'forms.graphql'), 'utf8')].join('\n');
  writeFileSync(path.join(OUT, 'type-definitions.ts'), `export const typeDefinitions = ${JSON.stringify(text)};\n`);
}

/** Types taken off, for programs that are built already. */
function writePlain(name) {
  const text = readFileSync(path.join(OUT, `${name}.ts`), 'utf8');
  const plain = text
    .replace(/^import type .*$/gm, '')
    .replace(/^export type [^;]*;$/gm, '')
    .replace(/^export const (\w+)(?:: [^=]*)? = /gm, 'exports.$1 = ');
  writeFileSync(path.join(OUT, `${name}.js`), plain);
}

module.exports = function makeCatalogue() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  cpSync(path.join(LIBS, 'catalogue/data'), DATA, { recursive: true });
  addForm();
  appendFileSync(path.join(DATA, 'cells.yaml'), MORE_CELLS);
  addTerms();
  addPairs();
  generate('catalogue', 'catalogue.ts');
  generate('model', 'form-id.ts');
  generate('contract', 'forms.graphql');
  writeContract();
  for (const name of ['catalogue', 'form-id', 'type-definitions']) writePlain(name);
};

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';

/** What is asked of both, in this order: `true` is a value, an object the fields of what stands there. */
interface Shape {
  readonly [field: string]: true | Shape;
}

const WORDS: Shape = { zh: true, en: true };
const FIGURES: Shape = { expected: true, found: true, difference: true };
const CHANGE: Shape = { cell: true, path: WORDS, from: true, to: true, slip: { code: true, words: WORDS } };
const FINDING: Shape = {
  ...{ code: true, severity: true, section: true, cells: true, path: WORDS, message: WORDS, ...FIGURES },
  contributors: { cell: true, year: true, state: true, amount: true },
  ...{ says: WORDS, basis: true, remedy: WORDS },
  consequences: { code: true, severity: true, cells: true, path: WORDS, message: WORDS, ...FIGURES },
  repair: { alternatives: { changes: CHANGE }, count: true, complete: true },
};
const DECLARED: Shape = { code: true, title: WORDS, unit: WORDS, amount: true, quotation: true };
const RESIDUE: Shape = { raw: true, context: true, section: true };
const SAME: Shape = {
  verdict: true,
  year: true,
  title: true,
  signedOn: true,
  forms: { s2: true, s3: true, s4: true },
  findings: FINDING,
  declared: DECLARED,
  residue: RESIDUE,
};
const REFUSAL: Shape = { code: true, message: WORDS };
const CELL: Shape = { cell: true, state: true, amount: true, unit: true, raw: true, note: true, confidence: true, derived: true };

const REPORTS = path.join(WORKSPACE, 'test/reports');
const PUBLISHED = path.resolve(WORKSPACE, '../shared/reports');
const filesOf = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
const FILES = [...filesOf(path.join(REPORTS, 'accepted')), ...filesOf(path.join(REPORTS, 'returned')), ...filesOf(PUBLISHED)];

type Thing = Readonly<Record<string, unknown>>;

const selection = (shape: Shape): string =>
  Object.entries(shape)
    .map(([field, inner]) => (inner === true ? field : `${field} { ${selection(inner)} }`))
    .join(' ');

/** The fields of the shape in its order, as GraphQL answers them. */
function inShape(value: unknown, shape: true | Shape): unknown {
  if (shape === true || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => inShape(each, shape));
  return Object.fromEntries(Object.entries(shape).map(([field, inner]) => [field, inShape((value as Thing)[field], inner)]));
}

/**
 * The shapes differ in two places. GraphQL knows no maps, so cells are a list there and keyed by their id here; and a derived total is
 * the amount of its cell there, beside which `derived` is true, while here the amount is what was printed and `derived` the total.
 */
const cellsAsListed = (cells: Readonly<Record<string, Thing>>): readonly unknown[] =>
  Object.entries(cells).map(([id, cell]) =>
    inShape({ ...cell, cell: id, amount: cell['derived'] ?? cell['amount'], derived: cell['derived'] !== null }, CELL),
  );

function checkByCommand(files: readonly string[]): readonly Thing[] {
  const bin = path.join(WORKSPACE, 'apps/cli/bin/gongkai.cjs');
  const { stdout, stderr } = spawnSync(process.execPath, [bin, 'check', '--json', ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (stdout === '') throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Thing);
}

describe('gongkai check and validateReport', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  let records: readonly Thing[];

  const checkByServer = async (file: string): Promise<Thing> => {
    const query = `mutation ($input: ReportInput!) { validateReport(input: $input) { __typename
      ... on Refusal { ${selection(REFUSAL)} } ... on Validation { agencyName ${selection(SAME)} cells { ${selection(CELL)} } } } }`;
    const upload = { name: path.basename(file), content: readFileSync(file) };
    const { result, errors } = await server.ask<{ validateReport: Thing }>(query, { input: { file: null } }, { file: upload });
    if (errors) throw new Error(JSON.stringify(errors));
    return result.validateReport;
  };

  beforeAll(async () => {
    records = checkByCommand(FILES);
    database = await freshDatabase();
    server = await startServer(database.url);
  }, 120_000);

  afterAll(async () => {
    await server?.stop();
    await database?.drop();
  });

  it('asks for everything a finding has', () => {
    const findings = records.flatMap((record) => (record['findings'] ?? []) as readonly Thing[]);
    expect(findings.length).toBeGreaterThan(5);
    for (const finding of findings) expect(Object.keys(finding).sort()).toEqual(Object.keys(FINDING).sort());
  });

  it.each(FILES.map((file, index) => [path.basename(file), file, index] as const))(
    'say the same of %s, byte for byte',
    async (_, file, index) => {
      const record = records[index]!;
      const answer = await checkByServer(file);
      expect(record['file']).toBe(file);
      if (answer['__typename'] === 'Refusal') {
        expect(JSON.stringify(inShape(record['refusal'], REFUSAL))).toBe(JSON.stringify(inShape(answer, REFUSAL)));
        return;
      }
      expect(JSON.stringify(inShape(record, SAME), null, 1)).toBe(JSON.stringify(inShape(answer, SAME), null, 1));
      expect(record['agency']).toBe(answer['agencyName']);
      expect(JSON.stringify(cellsAsListed(record['cells'] as Readonly<Record<string, Thing>>))).toBe(JSON.stringify(answer['cells']));
    },
  );

  it('met refusals, findings and clean reports on the way', () => {
    const verdicts = new Set(records.map((record) => record['verdict']));
    expect(verdicts).toEqual(new Set(['clean', 'warnings', 'must_explain', 'cannot_be_filed', 'unreadable']));
  });
});

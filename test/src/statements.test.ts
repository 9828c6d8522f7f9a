import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { type CatalogFacts, catalogFacts } from './support/statements/catalog-facts';
import { describeStatement } from './support/statements/describe-statement';
import { judgeStatement } from './support/statements/judge-statement';
import { type ReadStatement, readStatements } from './support/statements/read-statements';

const { placedStatement } = require(path.join(WORKSPACE, 'apps/api/dist/database/sql')) as {
  placedStatement(text: string, values: Readonly<Record<string, unknown>>): { readonly text: string };
};

/** pg-boss brings its own statements; those of a series are put together from parts, which are not held here. */
const PUT_TOGETHER = /queue\.store\.ts|src\/(?:indicators|explanations)\//;

/** What the database does not know of its own rows: why a type may say it all the same, by store and column. */
const KNOWN_BETTER: Readonly<Record<string, string>> = {
  'audit.store.ts sequence': 'only entries that are linked are asked for',
  'audit.store.ts sha256': 'only entries that are linked are asked for',
  'record.store.ts sequence': 'only entries that are linked are asked for',
  'record.store.ts sha256': 'only entries that are linked are asked for',
  'imports.store.ts result': 'only files with an outcome are asked for',
  'imports.store.ts code': 'the contract holds the codes of refusals',
  'structures.store.ts kind': 'only renames and moves are asked for',
  'indicators.store.ts s2Form': 'follows from the forms of editions',
  'indicators.store.ts s3Form': 'follows from the forms of editions',
  'indicators.store.ts s4Form': 'follows from the forms of editions',
  'reports.store.ts decidableState': 'follows from the events, whose states are a closed list',
  'combined-reports.store.ts s2': 'follows from the forms of editions',
  'combined-reports.store.ts s3': 'follows from the forms of editions',
  'combined-reports.store.ts s4': 'follows from the forms of editions',
  'notices.store.ts kind': 'who withdraws an edition is its agency, whom nothing is told of its own acts',
};

describe('the statements of the api', () => {
  let database: FreshDatabase;
  let facts: CatalogFacts;
  beforeAll(async () => {
    database = await freshDatabase();
    facts = await catalogFacts(database.owner);
  });
  afterAll(() => database.drop());

  async function faultsOf(statement: ReadStatement): Promise<readonly string[]> {
    if (statement.text === null) return ['is not constant'];
    const names = [...new Set([...statement.text.matchAll(/(?<![:\w]):([a-z]\w*)/g)].map(([, name]) => name!))];
    const { text } = placedStatement(statement.text, Object.fromEntries(names.map((name) => [name, name])));
    try {
      return judgeStatement(statement, names, await describeStatement(database.owner, text), facts);
    } catch (fault) {
      return [`cannot stand: ${(fault as Error).message}`];
    }
  }

  async function allFaults(statements: readonly ReadStatement[]): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const statement of statements) faults.push(...(await faultsOf(statement)).map((why) => `${statement.place} ${why}`));
    return faults.filter((fault) => !isKnownBetter(fault));
  }

  function isKnownBetter(fault: string): boolean {
    const [, store, column] = /([\w.-]+):\d+ (\w+) is said/.exec(fault) ?? [];
    return `${store} ${column}` in KNOWN_BETTER;
  }

  it('are constant, and give rows and take values as their types say', async () => {
    const statements = readStatements().filter(({ place, text }) => text !== null || !PUT_TOGETHER.test(place));
    expect(statements.length).toBeGreaterThan(100);
    expect(await allFaults(statements)).toEqual([]);
  }, 120_000);

  it('would be found where they are not or do not (canary)', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-statements-'));
    const file = path.join(folder, 'wrong.store.ts');
    writeFileSync(file, WRONG);
    const faults = await allFaults(readStatements([file])).finally(() => rmSync(folder, { recursive: true }));
    expect(faults.map((fault) => fault.replace(/^.*?wrong/, 'wrong'))).toEqual([
      'wrong.store.ts:5 names :login and is not given it',
      'wrong.store.ts:6 is given more and does not name it',
      'wrong.store.ts:7 is given id as Date for int8',
      'wrong.store.ts:8 gives no title',
      'wrong.store.ts:9 role is said to be number, and comes as text',
      'wrong.store.ts:10 agency_id is said to be string, and may be null',
      `wrong.store.ts:11 role is said to be "agency" | "analyst", and may be supervisor, administrator`,
      'wrong.store.ts:12 name is said to be "one", and may be any text',
      'wrong.store.ts:13 cannot stand: column "nmae" does not exist',
      'wrong.store.ts:14 is not constant',
    ]);
  }, 60_000);
});

const WRONG = `
import type { Sql } from '${path.join(WORKSPACE, 'apps/api/src/database/sql')}';
export const wrong = (sql: Sql, id: Date, table: string): readonly unknown[] => [
  sql<{ login: string; agency_id: string | null; role: string }>('SELECT login, agency_id, role FROM accounts WHERE id = :id', { id: 1n }),
  sql('SELECT login FROM accounts WHERE login = :login'),
  sql('SELECT login FROM accounts WHERE login = :login', { login: 'x', more: 1 }),
  sql('SELECT login FROM accounts WHERE id = :id', { id }),
  sql<{ title: string }>('SELECT login FROM accounts'),
  sql<{ role: number }>('SELECT role FROM accounts'),
  sql<{ agency_id: string }>('SELECT agency_id FROM accounts'),
  sql<{ role: 'agency' | 'analyst' }>('SELECT role FROM accounts'),
  sql<{ name: 'one' }>('SELECT name FROM accounts'),
  sql('SELECT nmae FROM accounts'),
  sql(\`SELECT FROM \${table}\`),
];
`;

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

jest.setTimeout(180_000);

const ROOT = path.resolve(__dirname, '../..');
const BOUNDARY = '@nx/enforce-module-boundaries';
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
const longFunction = (statements: number): string => `export function act(go: () => void): void {\n${lines(statements, '  go();')}}\n`;

/** A file that could be written, and the rule that must refuse it; null where nothing may. */
const CASES: readonly (readonly [why: string, file: string, code: string, rule: string | null])[] = [
  ['a type is named by a participle alone', 'libs/rules/src/canary.ts', `export interface Told {\n  a: 1;\n}\n`, 'no-restricted-syntax'],
  ['and so is one that ends in ed', 'libs/rules/src/canary.ts', `export type Unplaced = 'a' | 'b';\n`, 'no-restricted-syntax'],
  ['a type says what was told', 'libs/rules/src/canary.ts', `export type ToldRule = 'a';\nexport type Seed = 1;\n`, null],
  ['a library imports the model', 'libs/rules/src/canary.ts', `export * from '@gongkai/model';\n`, null],
  ['a library imports another', 'libs/rules/src/canary.ts', `import '@gongkai/catalogue';\n`, BOUNDARY],
  ['its test imports the catalogue', 'libs/rules/src/canary.test.ts', `import '@gongkai/catalogue';\n`, null],
  ['its test imports a library that is not for tests', 'libs/rules/src/canary.test.ts', `import '@gongkai/parsers';\n`, BOUNDARY],
  ['a library reaches into another by path', 'libs/rules/src/canary.ts', `import '../../model/src/cells';\n`, BOUNDARY],
  ['the model imports one of ours', 'libs/model/src/canary.ts', `import '@gongkai/rules';\n`, BOUNDARY],
  ['an outside package of another line of the table', 'libs/rules/src/canary.ts', `import 'cheerio';\n`, BOUNDARY],
  ['an outside package of its own line', 'libs/parsers/src/canary.ts', `import 'cheerio/slim';\n`, null],
  ['an outside package nobody declared', 'apps/api/src/canary.ts', `import 'postgres-date';\n`, BOUNDARY],
  ['web imports the api', 'apps/web/src/canary.ts', `import '@gongkai/api';\n`, BOUNDARY],
  ['web imports the parsers', 'apps/web/src/canary.ts', `import '@gongkai/parsers';\n`, '@typescript-eslint/no-restricted-imports'],
  ['web reads what is typed', 'apps/web/src/canary.ts', `import '@gongkai/parsers/typed';\n`, null],
  ['the api imports charts', 'apps/api/src/canary.ts', `import '@gongkai/charts';\n`, BOUNDARY],
  [
    'files import each other',
    'libs/postgres/src/cluster.ts',
    `import { runServer } from './run-server';\nexport const go = runServer;\n`,
    'import-x/no-cycle',
  ],

  [
    'a folder of the api imports one that leads back to it',
    'apps/api/src/reports/canary.ts',
    `export type { SubmissionResult } from '../submissions/submissions.service';\n`,
    'house/folder-ring',
  ],
  ['the door imports a store', 'apps/api/src/database/canary.ts', `import '../reports/editions.store';\n`, 'house/folder-ring'],
  [
    'a folder of the api imports one that stands below it',
    'apps/api/src/submissions/canary.ts',
    `export type { EditionRow } from '../reports/editions.store';\n`,
    null,
  ],

  ['a pure library reads files', 'libs/rules/src/canary.ts', `import 'node:fs';\n`, 'import-x/no-nodejs-modules'],
  ['a pure library reads files without saying node:', 'libs/charts/src/canary.ts', `import 'fs';\n`, 'import-x/no-nodejs-modules'],
  ['the worker of the parsers reads files', 'libs/parsers/src/worker/canary.ts', `import 'node:fs';\n`, null],
  ['a pure library looks at the clock', 'libs/model/src/canary.ts', `export const now = Date.now();\n`, 'no-restricted-properties'],
  ['a pure library makes the present moment', 'libs/model/src/canary.ts', `export const now = new Date();\n`, 'no-restricted-syntax'],
  ['a pure library reads a date it was given', 'libs/model/src/canary.ts', `export const day = new Date('2025-03-31');\n`, null],
  ['a pure library throws dice', 'libs/model/src/canary.ts', `export const dice = Math.random();\n`, 'no-restricted-properties'],
  ['a pure library asks its process', 'libs/model/src/canary.ts', `export const id = process.pid;\n`, 'no-restricted-globals'],
  ['a pure library fetches', 'libs/model/src/canary.ts', `export const page = fetch('/');\n`, 'no-restricted-globals'],

  ['a service speaks SQL', 'apps/api/src/canary/canary.service.ts', `import 'pg';\n`, '@typescript-eslint/no-restricted-imports'],
  ['a service knows typeorm', 'apps/api/src/canary/canary.service.ts', `import 'typeorm';\n`, '@typescript-eslint/no-restricted-imports'],
  [
    'a service knows GraphQL',
    'apps/api/src/canary/canary.service.ts',
    `import '@nestjs/graphql';\n`,
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'a resolver sees a store',
    'apps/api/src/canary/canary.resolver.ts',
    `import './canary.store';\n`,
    '@typescript-eslint/no-restricted-imports',
  ],
  ['a resolver names the type of a row', 'apps/api/src/canary/canary.resolver.ts', `export type { Row } from './canary.store';\n`, null],
  ['a store speaks SQL', 'apps/api/src/canary/canary.store.ts', `import 'typeorm';\n`, null],
  ['the environment is read anywhere', 'apps/api/src/canary.ts', `export const port = process.env['PORT'];\n`, 'no-restricted-properties'],
  ['the environment is read by the one reader', 'apps/api/src/config.ts', `export const port = process.env['PORT'];\n`, null],

  ['nothing becomes 0', 'libs/charts/src/canary.ts', `export const sum = (a?: number): number => a ?? 0;\n`, 'no-restricted-syntax'],
  ['nothing becomes 0n', 'libs/charts/src/canary.ts', `export const sum = (a?: bigint): bigint => a ?? 0n;\n`, 'no-restricted-syntax'],
  ['falsy becomes 0', 'apps/web/src/canary.ts', `export const sum = (a?: number): number => a || 0;\n`, 'no-restricted-syntax'],
  [
    'nothing is set to 0',
    'apps/api/src/canary.ts',
    `export function set(a?: number): number {\n  a ??= 0;\n  return a;\n}\n`,
    'no-restricted-syntax',
  ],
  ['nothing becomes nothing', 'libs/charts/src/canary.ts', `export const sum = (a?: number): number | null => a ?? null;\n`, null],

  ['any', 'libs/model/src/canary.ts', `export const a: any = 1;\n`, '@typescript-eslint/no-explicit-any'],
  [
    'an exclamation mark',
    'libs/model/src/canary.ts',
    `export const a = (b?: number): number => b!;\n`,
    '@typescript-eslint/no-non-null-assertion',
  ],
  ['a default export', 'libs/model/src/canary.ts', `export default 1;\n`, 'import-x/no-default-export'],
  [
    'five parameters',
    'libs/model/src/canary.ts',
    `export type A = string;\nexport function f(a: A, b: A, c: A, d: A, e: A): A {\n  return a + b + c + d + e;\n}\n`,
    'max-params',
  ],
  ['a function of 40 lines', 'libs/model/src/canary.ts', longFunction(38), null],
  ['a function of 41 lines', 'libs/model/src/canary.ts', longFunction(39), 'max-lines-per-function'],
  ['a file of 301 lines', 'libs/model/src/canary.ts', lines(301, '// A line.'), 'max-lines'],
  ['a file name that says nothing', 'libs/model/src/cell-utils.ts', `export const a = 1;\n`, 'house/file-name'],
  [
    'a type name that says nothing',
    'libs/model/src/canary.ts',
    `export interface CellInfo {\n  readonly a: string;\n}\n`,
    'no-restricted-syntax',
  ],
];

describe('the rules of the house', () => {
  let broken: readonly string[][];

  beforeAll(() => {
    const input = JSON.stringify(CASES.map(([, file, code]) => ({ file, code })));
    const run = spawnSync(process.execPath, ['tools/lint/lint-texts.mjs'], { cwd: ROOT, input, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    broken = JSON.parse(run.stdout) as string[][];
  });

  it.each(CASES.map(([why, file, , rule], index) => ({ index, says: `${rule === null ? 'let' : 'refuse'}: ${why} (${file})`, rule })))(
    '$says',
    ({ index, rule }) => {
      expect(broken[index]).toEqual(rule === null ? [] : [rule]);
    },
  );
});

describe('the lint target', () => {
  /** Outside src, so that nothing else that runs meanwhile compiles it; .nxignore keeps it out of what Nx builds from. */
  const canary = path.join(ROOT, 'libs/rules/boundary-canary.ts');
  const lint = (): { readonly status: number | null; readonly said: string } => {
    const run = spawnSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'run', '@gongkai/rules:lint'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false', FORCE_COLOR: '0' },
    });
    return { status: run.status, said: run.stdout + run.stderr };
  };

  afterEach(() => rmSync(canary, { force: true }));

  it('fails on a forbidden import, by the boundary rule alone, and passes without it', () => {
    expect(existsSync(canary)).toBe(false);
    writeFileSync(canary, `import '@gongkai/catalogue';\n`);
    const refused = lint();
    expect(refused.said).toContain('A project tagged with "rules" can only depend on libs tagged with "model"');
    expect(refused.said).toContain('1 problem (1 error, 0 warnings)');
    expect(refused.status).not.toBe(0);
    rmSync(canary);
    expect(lint().status).toBe(0);
  });
});

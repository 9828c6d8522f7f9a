import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: ['schema/*.graphql', 'src/generated/*.graphql'],
  generates: {
    'src/generated/types.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        enumsAsTypes: true,
        immutableTypes: true,
        avoidOptionals: { field: true, inputValue: false },
        skipTypename: false,
        nonOptionalTypename: false,
        useTypeImports: true,
        noSchemaStitching: true,
        scalars: { Date: 'string', DateTime: 'string', Figure: 'string', Upload: 'unknown', ID: 'string' },
      },
    },
    'src/generated/type-definitions.ts': { plugins: ['./print-type-definitions.cjs'] },
  },
};

export default config;

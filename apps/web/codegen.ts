import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: ['../../libs/contract/schema/*.graphql', '../../libs/contract/src/generated/*.graphql'],
  documents: ['src/**/*.graphql'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        immutableTypes: true,
        nonOptionalTypename: false,
        skipTypename: true,
        useTypeImports: true,
        scalars: { Date: 'string', DateTime: 'string', Figure: 'string', Upload: 'File', ID: 'string' },
      },
    },
  },
};

export default config;

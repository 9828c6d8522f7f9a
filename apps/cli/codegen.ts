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
        avoidOptionals: { field: true, inputValue: false },
        enumsAsTypes: true,
        immutableTypes: true,
        nonOptionalTypename: false,
        skipTypename: true,
        useTypeImports: true,
        // In the place of a file stands null: the multipart request brings it.
        scalars: { Date: 'string', DateTime: 'string', Figure: 'string', Upload: 'null', ID: 'string' },
      },
    },
  },
};

export default config;

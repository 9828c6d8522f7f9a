import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for the operations beside this file, from the schema of a running platform. */
const config: CodegenConfig = {
  schema: `${process.env.GONGKAI_URL ?? 'http://localhost:3000'}/graphql`,
  documents: ['*.graphql'],
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        // In the place of the file stands null: the multipart request brings it.
        scalars: { Date: 'string', DateTime: 'string', Figure: 'string', Upload: 'null', ID: 'string' },
      },
    },
  },
};

export default config;

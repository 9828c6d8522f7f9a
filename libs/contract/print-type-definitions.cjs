const { printSchemaWithDirectives } = require('@graphql-tools/utils');

/** Writes the whole schema as one string constant, so that nothing reads `.graphql` files at run time. */
module.exports = {
  plugin: (schema) => `export const typeDefinitions = ${JSON.stringify(printSchemaWithDirectives(schema))};\n`,
};

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const refuse = (name: string) => () => {
  throw new GraphQLError(`${name} cannot be given here`, { extensions: { code: 'BAD_USER_INPUT' } });
};

const text = (name: string, pattern: RegExp) =>
  new GraphQLScalarType({
    name,
    serialize: (value) => String(value),
    parseValue: (value) => parseText(name, pattern, value),
    parseLiteral: (node) => parseText(name, pattern, node.kind === Kind.STRING ? node.value : undefined),
  });

function parseText(name: string, pattern: RegExp, value: unknown): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new GraphQLError(`this is no ${name}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** The scalars of the contract. */
export const SCALARS = {
  Date: text('Date', /^\d{4}-\d{2}-\d{2}$/),
  Figure: text('Figure', /^-?\d+(\.\d+)?$/),
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: refuse('DateTime'),
  }),
  Upload: new GraphQLScalarType({
    name: 'Upload',
    serialize: refuse('Upload'),
    parseValue: (value) => {
      if (typeof value === 'object' && value !== null && 'promise' in value) return value.promise;
      throw new GraphQLError('a file is sent by the multipart request convention', { extensions: { code: 'BAD_USER_INPUT' } });
    },
    parseLiteral: refuse('Upload'),
  }),
};

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { UploadedFile } from './uploaded-file';

const refuse = (name: string) => () => {
  throw new GraphQLError(`${name} cannot be given here`, { extensions: { code: 'BAD_USER_INPUT' } });
};

/** RFC 3339 with an offset, and a moment that exists. */
const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;

const text = (name: string, pattern: RegExp, serialize: (value: unknown) => string = String) =>
  new GraphQLScalarType({
    name,
    serialize,
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
  DateTime: text('DateTime', MOMENT, (value) => (value instanceof Date ? value.toISOString() : String(value))),
  Upload: new GraphQLScalarType({
    name: 'Upload',
    serialize: refuse('Upload'),
    parseValue: (value) => {
      if (value instanceof UploadedFile) return value;
      throw new GraphQLError('a file is sent by the multipart request convention', { extensions: { code: 'BAD_USER_INPUT' } });
    },
    parseLiteral: refuse('Upload'),
  }),
};

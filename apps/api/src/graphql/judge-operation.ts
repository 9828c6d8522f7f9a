import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ParseOptions,
  getOperationAST,
  parse,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { isKeepable } from '../requests/read-json';
import { REFUSED_REQUESTS, type RefusedRequest } from '../requests/refused-request';
import type { Variables } from './list-sizes';
import { type OperationMeasure, measureOperation } from './measure-operation';
import type { OperationLimits } from './operation-limits';
import { REFUSED_OPERATIONS } from './refused-operations';

/** A request that asks one thing, as the body or the address says it. */
export interface OperationAsked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** Words and punctuation of a document. */
const TOKENS = 6_000;
export const PARSING: ParseOptions = { maxTokens: TOKENS };

type Judgement = { readonly refused: RefusedRequest } | { readonly measure: OperationMeasure | null };

/**
 * Judges what an operation may cost before GraphQL looks at it. What cannot be parsed or names no operation is left to GraphQL, which says where.
 */
export function judgeOperation(schema: GraphQLSchema, asked: OperationAsked, limits: OperationLimits): Judgement {
  if (asked.query.length > limits.characters) return { refused: REFUSED_OPERATIONS.tooLong(limits.characters) };
  const document = parsed(asked.query);
  if (document === 'too long') return { refused: REFUSED_OPERATIONS.tooManyTokens(TOKENS) };
  if (document === null) return { measure: null };
  const marks = marksOf(document);
  if (marks.unkeepable) return { refused: REFUSED_REQUESTS.badText() };
  if (marks.directives > limits.directives) return { refused: REFUSED_OPERATIONS.tooManyDirectives(marks.directives, limits.directives) };
  const operation = getOperationAST(document, asked.operationName);
  const others = document.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' && definition !== operation ? [definition] : [],
  );
  for (const other of others) {
    const refused = refuseShape(measureOperation(schema, { document, operation: other, variables: {} }), other, limits);
    if (refused !== null) return { refused };
  }
  if (operation == null) return { measure: null };
  const measure = measureOperation(schema, { document, operation, variables: withDefaults(operation, asked.variables) });
  const refused = refuseShape(measure, operation, limits) ?? refuseCost(schema, operation, measure, limits);
  return refused === null ? { measure } : { refused };
}

/** Whatever is not asked for is validated all the same. */
function refuseShape(measure: OperationMeasure, operation: OperationDefinitionNode, limits: OperationLimits): RefusedRequest | null {
  const { depth, fields, roots } = measure;
  const atRoot = [...roots.values()].reduce((sum, times) => sum + times, 0);
  const introspects = roots.has('__schema') || roots.has('__type');
  const [deepest, most] = [
    introspects ? limits.introspectionDepth : limits.depth,
    operation.operation === 'mutation' ? limits.mutations : limits.roots,
  ];
  if (depth <= deepest && fields <= limits.fields && atRoot <= most) return null;
  return REFUSED_OPERATIONS.tooBroad({ depth, fields, roots: atRoot }, { depth: deepest, fields: limits.fields, roots: most });
}

function refuseCost(
  schema: GraphQLSchema,
  { operation }: OperationDefinitionNode,
  { answers, excess, roots }: OperationMeasure,
  limits: OperationLimits,
): RefusedRequest | null {
  if (excess !== null) return REFUSED_OPERATIONS.badPage(excess);
  const fields = schema.getRootType(operation)?.getFields() ?? {};
  const twice = [...roots].find(([name, times]) => times > 1 && isOnce(fields[name]?.astNode?.directives));
  if (twice !== undefined) return REFUSED_OPERATIONS.once(twice[0]);
  return answers > limits.answers ? REFUSED_OPERATIONS.tooCostly(answers, limits.answers) : null;
}

function isOnce(directives: readonly { readonly name: { readonly value: string } }[] | undefined): boolean {
  return directives?.some(({ name }) => name.value === 'once') ?? false;
}

/** Characters of the documents that are held parsed; what is asked again and again is parsed once. */
const HELD_AT_MOST = 400_000;
const held = new LRUCache<string, DocumentNode>({ maxSize: HELD_AT_MOST, sizeCalculation: (_document, query) => query.length });

function parsed(query: string): DocumentNode | 'too long' | null {
  const known = held.get(query);
  if (known !== undefined) return known;
  try {
    const document = parse(query, { ...PARSING, noLocation: true });
    held.set(query, document);
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.message.includes('tokens') ? 'too long' : null;
  }
}

function marksOf(document: DocumentNode): { readonly directives: number; readonly unkeepable: boolean } {
  const marks = { directives: 0, unkeepable: false };
  visit(document, {
    Directive: () => void (marks.directives += 1),
    StringValue: ({ value }) => void (marks.unkeepable ||= !isKeepable(value)),
  });
  return marks;
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

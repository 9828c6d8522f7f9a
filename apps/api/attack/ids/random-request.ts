import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from './random';

/** What exists, for arguments to name. */
export interface Pools {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly words: readonly string[];
}

export type RootKind = 'query' | 'mutation' | 'subscription';

export interface RandomRequest {
  readonly kind: RootKind;
  readonly field: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where a file goes in the variables. */
  readonly file: string | null;
}

interface Draft {
  readonly random: Random;
  readonly schema: GraphQLSchema;
  readonly pools: Pools;
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
  readonly files: string[];
}

/** Fields by which an answer is recognised; they keep their names in every selection. */
const NAMED = new Set(['id', 'accountId']);
const ODD_NUMBERS = [0, -1, 1, 3, 50, 2_147_483_647, -2_147_483_648];
const ODD_TEXTS = ['', '0', '-1', '99999999999999999999', "1' OR '1'='1", '1e3', 'null', '%', '\u0000', '\ud800', '试验', 'x'.repeat(300)];
const MOMENTS = ['2021-06-30T00:00:00Z', '2026-01-01T00:00:00+08:00', '9999-12-31T23:59:59Z', 'yesterday'];
const DAYS = ['2023-01-31', '1999-01-01', '2026-12-31', '2023-02-30'];

/** A request to one root field, its arguments and selection by chance. */
export function randomRequest(schema: GraphQLSchema, pools: Pools, random: Random): RandomRequest {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  const fields = roots.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field })));
  const { kind, field } = random.of(fields);
  const draft: Draft = { random, schema, pools, declared: [], variables: {}, files: [] };
  const body = fieldOf(draft, field, 1 + random.below(3));
  const declared = draft.declared.length === 0 ? '' : `(${draft.declared.join(', ')})`;
  const query = `${kind} ${declared} { ${body} }`;
  return { kind, field: field.name, query, variables: draft.variables, file: draft.files[0] ?? null };
}

function fieldOf(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
  const said = field.args.map((argument) => argumentOf(draft, argument)).filter((each) => each !== null);
  const words = said.length === 0 ? '' : `(${said.join(', ')})`;
  return `${alias}${field.name}${words} ${selectionOf(draft, field.type, depth)}`;
}

function selectionOf(draft: Draft, output: GraphQLOutputType, depth: number): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  const objects = isAbstractType(type) ? draft.schema.getPossibleTypes(type) : [type];
  const parts = objects.filter(isObjectType).map((object) => {
    const fields = Object.values(object.getFields()).map((field) => oneOf(draft, object.name, field, depth));
    return `... on ${object.name} { __typename ${fields.join(' ')} }`;
  });
  return `{ ${parts.join(' ')} }`;
}

function oneOf(draft: Draft, owner: string, field: GraphQLField<unknown, unknown>, depth: number): string {
  const leaf = isLeafType(getNamedType(field.type));
  if (NAMED.has(field.name)) return field.name;
  if (owner === 'Arrival' && field.name === 'number') return 'receiptNumber: number';
  if (owner === 'Refusal' && field.name === 'code') return 'Refusal_code: code';
  if (leaf) return draft.random.chance(0.8) ? fieldOf(draft, field, depth, `${owner}_${field.name}: `) : '';
  const wanted = depth > 0 && draft.random.chance(field.name === 'items' || field.name === 'edition' ? 0.95 : 0.3);
  return wanted ? fieldOf(draft, field, field.name === 'items' ? depth : depth - 1, `${owner}_${field.name}: `) : '';
}

/** As a variable; its name is that of the argument where it is free, which is how files are found. */
function argumentOf(draft: Draft, argument: GraphQLArgument): string | null {
  const { random, declared, variables } = draft;
  if (!isNonNullType(argument.type) && random.chance(0.4)) return null;
  const name = argument.name in variables ? `${argument.name}${declared.length}` : argument.name;
  declared.push(`$${name}: ${String(argument.type)}`);
  variables[name] = valueOf(draft, argument.type, [`variables.${name}`, argument.name]);
  return `${argument.name}: $${name}`;
}

function valueOf(draft: Draft, type: GraphQLInputType, [path, name]: readonly [path: string, name: string]): unknown {
  const { random } = draft;
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.from({ length: random.below(4) }, (_, at) => valueOf(draft, bare.ofType, [`${path}.${at}`, name]));
  if (isEnumType(bare)) return random.of(bare.getValues()).name;
  if (isInputObjectType(bare)) {
    const filled = Object.values(bare.getFields()).filter((field) => isNonNullType(field.type) || random.chance(0.6));
    return Object.fromEntries(filled.map((field) => [field.name, valueOf(draft, field.type, [`${path}.${field.name}`, field.name])]));
  }
  if (bare.name !== 'Upload') return scalarOf(draft, bare.name, name);
  draft.files.push(path);
  return null;
}

function scalarOf({ random, pools }: Draft, type: string, name: string): unknown {
  if (type === 'Boolean') return random.chance(0.5);
  if (type === 'Date') return random.of(DAYS);
  if (type === 'DateTime') return random.of(MOMENTS);
  if (type === 'Int' || type === 'Float') return numberFor(random, name);
  if (random.chance(0.08)) return random.of(ODD_TEXTS);
  if (type === 'ID' || /ids?$/i.test(name)) return random.chance(0.85) ? random.of(pools.ids) : String(random.below(100_000));
  if (name === 'number') return random.of(pools.numbers);
  if (name === 'subject') return `${random.of(['editions', 'accounts', 'drafts', 'tokens'])}:${random.of(pools.ids)}`;
  if (name === 'after') return String(random.below(5));
  return random.of(pools.words);
}

function numberFor(random: Random, name: string): number {
  if (random.chance(0.06)) return random.of(ODD_NUMBERS);
  if (/year|from|to/i.test(name)) return 2020 + random.below(7);
  return random.below(12);
}

import {
  type ConstDirectiveNode,
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isNonNullType,
  isListType,
  valueFromASTUntyped,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;
/** How many a list below a field holds, by the names of the fields on the way to it: `contributors.items`. */
export type ListSizes = ReadonlyMap<string, number>;

type Field = GraphQLField<unknown, unknown>;

/** A page longer than any may be, or shorter than one. */
export interface PageExcess {
  readonly field: string;
  readonly argument: string;
  readonly asked: number;
  readonly most: number;
}

/** As long as the lists of introspection are here on average, or a little longer; its types carry no directives of ours. */
const INTROSPECTION: Readonly<Record<string, number>> = {
  types: 250,
  fields: 8,
  args: 1,
  inputFields: 2,
  enumValues: 2,
  interfaces: 1,
  possibleTypes: 1,
  directives: 10,
};
/** No list of the contract is without a size; one that were would not pass for short. */
const UNDECLARED = 1_000;

/** How many objects a field gives where nothing above it says so: `@list` of the contract. */
export function ownSize(field: Field): number {
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  const [list] = directivesOf(field, 'list');
  return isListType(type) ? Number(list?.size ?? INTROSPECTION[field.name] ?? UNDECLARED) : 1;
}

/** How many objects a list may hold in any answer: `most` of `@list`, its size where there is none. Null of what is no list of objects of ours. */
export function longestList(field: Field): number | null {
  const [list] = directivesOf(field, 'list');
  return list === undefined ? null : Number(list.most ?? list.size);
}

/** What an object counts: those marked `@value` are part of the one they stand in, and so is the type of a field in introspection. */
export function ownWeight(field: Field): 0 | 1 {
  const { name, astNode } = getNamedType(field.type);
  const isPart = name.startsWith('__') ? ownSize(field) === 1 : astNode?.directives?.some((directive) => directive.name.value === 'value');
  return isPart === true ? 0 : 1;
}

/** The lengths that the arguments of a field give to lists below it: `@page` and `@per` of the contract. */
export function sizesBelow(node: FieldNode, field: Field, variables: Variables): ListSizes {
  const sizes = new Map<string, number>();
  const times = (of: string, many: number): void => void sizes.set(of, (sizes.get(of) ?? 1) * many);
  for (const page of pagesOf(field)) times(page.of, lengthOf(page, node, field, variables));
  for (const { argument, of, most } of directivesOf(field, 'per'))
    times(String(of), manyOf(valueOf(String(argument), node, field, variables), Number(most)));
  return sizes;
}

export function excessOf(node: FieldNode, field: Field, variables: Variables): PageExcess | null {
  for (const { by, most } of pagesOf(field)) {
    const asked = valueOf(by, node, field, variables);
    if (typeof asked === 'number' && (asked > most || asked < 1)) return { field: field.name, argument: by, asked, most };
  }
  return null;
}

interface Page {
  readonly most: number;
  readonly by: string;
  readonly of: string;
  /** An argument that leaves one group where it says `none`. */
  readonly alone: string | null;
}

function pagesOf(field: Field): readonly Page[] {
  return directivesOf(field, 'page').map(({ most, by, of, alone }) => ({
    most: Number(most),
    by: String(by ?? 'first'),
    of: String(of ?? 'items'),
    alone: alone === undefined ? null : String(alone),
  }));
}

function lengthOf({ most, by, alone }: Page, node: FieldNode, field: Field, variables: Variables): number {
  if (alone !== null && valueOf(alone, node, field, variables) === 'none') return 1;
  return manyOf(valueOf(by, node, field, variables), most);
}

/** What cannot be read counts as the most there may be. */
function manyOf(value: unknown, most: number): number {
  if (typeof value === 'number') return Math.min(Math.max(value, 1), most);
  if (Array.isArray(value)) return Math.min(Math.max(value.length, 1), most);
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value)
    return manyOf(Number(value.to) - Number(value.from) + 1, most) || most;
  return most;
}

/** What an argument says, by itself, by its variable or by default. */
function valueOf(name: string, node: FieldNode, field: Field, variables: Variables): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const value = given === undefined ? undefined : (valueFromASTUntyped(given, variables) as unknown);
  return value ?? field.args.find((argument) => argument.name === name)?.defaultValue;
}

type Given = Readonly<Record<string, unknown>>;

function directivesOf(field: Field, name: string): readonly Given[] {
  return (field.astNode?.directives ?? []).filter((directive) => directive.name.value === name).map(givenTo);
}

function givenTo({ arguments: given = [] }: ConstDirectiveNode): Given {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

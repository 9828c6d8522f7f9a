import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type ListSizes, type PageExcess, type Variables, excessOf, ownSize, ownWeight, sizesBelow } from './list-sizes';

/** What an operation would take to answer, known before any of it is done. */
export interface OperationMeasure {
  readonly kind: OperationDefinitionNode['operation'];
  /** Objects in the answer, lists counted at the length asked for or declared. */
  readonly answers: number;
  /** Levels of nested fields. */
  readonly depth: number;
  /** Fields as written, those of a fragment at every spread. */
  readonly fields: number;
  /** How often each field stands at the root, under whatever alias and in whatever fragment. */
  readonly roots: ReadonlyMap<string, number>;
  /** A page longer than any may be, or shorter than one. */
  readonly excess: PageExcess | null;
}

interface Weight {
  readonly answers: number;
  readonly depth: number;
  readonly fields: number;
}

const NOTHING: Weight = { answers: 0, depth: 0, fields: 0 };
const NO_SIZES: ListSizes = new Map();

const sumOf = (weights: readonly Weight[]): Weight =>
  weights.reduce(
    (sum, { answers, depth, fields }) => ({
      answers: sum.answers + answers,
      depth: Math.max(sum.depth, depth),
      fields: sum.fields + fields,
    }),
    NOTHING,
  );

export interface OperationToMeasure {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** With the defaults of the operation. */
  readonly variables: Variables;
}

/** Measures one operation as it was asked, with its variables. Each fragment is measured once, so that a document of fragments in fragments costs no more. */
export function measureOperation(schema: GraphQLSchema, { document, operation, variables }: OperationToMeasure): OperationMeasure {
  const measurer = new Measurer(schema, document, variables);
  const root = schema.getRootType(operation.operation) ?? undefined;
  const { answers, depth, fields } = measurer.ofSet(operation.selectionSet, root, NO_SIZES);
  return { kind: operation.operation, answers, depth, fields, roots: measurer.roots(operation.selectionSet), excess: measurer.excess };
}

class Measurer {
  excess: PageExcess | null = null;
  private readonly fragments: ReadonlyMap<string, { readonly on: string; readonly set: SelectionSetNode }>;
  private readonly weights = new Map<string, Weight>();
  private readonly rootCounts = new Map<SelectionSetNode, ReadonlyMap<string, number>>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    const known = document.definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition'
        ? [[definition.name.value, { on: definition.typeCondition.name.value, set: definition.selectionSet }] as const]
        : [],
    );
    this.fragments = new Map(known);
  }

  /** `sizes`: how long the lists among these fields are, where the field above says so. */
  ofSet(set: SelectionSetNode, type: GraphQLNamedType | undefined, sizes: ListSizes): Weight {
    return sumOf(
      set.selections.map((selection) => {
        if (selection.kind === 'Field') return this.ofField(selection, fieldOf(type, selection.name.value), sizes);
        if (selection.kind === 'FragmentSpread') return this.ofFragment(selection.name.value, sizes);
        const on = selection.typeCondition?.name.value;
        return this.ofSet(selection.selectionSet, on === undefined ? type : this.schema.getType(on), sizes);
      }),
    );
  }

  /** Fields of a fragment within itself are none: GraphQL refuses it. */
  roots(set: SelectionSetNode): ReadonlyMap<string, number> {
    const counted = this.rootCounts.get(set);
    if (counted !== undefined) return counted;
    const counts = new Map<string, number>();
    this.rootCounts.set(set, new Map());
    const add = (name: string, times: number): void => {
      const before = counts.get(name);
      counts.set(name, before === undefined ? times : before + times);
    };
    for (const selection of set.selections) {
      const inner = selection.kind === 'FragmentSpread' ? this.fragments.get(selection.name.value)?.set : selection.selectionSet;
      if (selection.kind === 'Field') add(selection.name.value, 1);
      else if (inner !== undefined) this.roots(inner).forEach((times, name) => add(name, times));
    }
    this.rootCounts.set(set, counts);
    return counts;
  }

  private ofFragment(name: string, sizes: ListSizes): Weight {
    const key = [name, ...[...sizes].flat()].join(' ');
    const held = this.weights.get(key);
    if (held !== undefined) return held;
    this.weights.set(key, NOTHING);
    const fragment = this.fragments.get(name);
    const weight = fragment === undefined ? NOTHING : this.ofSet(fragment.set, this.schema.getType(fragment.on), sizes);
    this.weights.set(key, weight);
    return weight;
  }

  private ofField(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, sizes: ListSizes): Weight {
    if (node.selectionSet === undefined) return { answers: 0, depth: 1, fields: 1 };
    const name = node.name.value;
    if (field === undefined) return deeper(this.ofSet(node.selectionSet, undefined, NO_SIZES), { many: 1, each: 1 });
    this.excess ??= excessOf(node, field, this.variables);
    const below = new Map([...within(sizes, name), ...sizesBelow(node, field, this.variables)]);
    const inner = this.ofSet(node.selectionSet, getNamedType(field.type), below);
    return deeper(inner, { many: sizes.get(name) ?? ownSize(field), each: ownWeight(field) });
  }
}

/** So many objects, each with what stands in it. */
function deeper({ answers, depth, fields }: Weight, { many, each }: { readonly many: number; readonly each: number }): Weight {
  return { answers: many * (each + answers), depth: depth + 1, fields: fields + 1 };
}

/** The sizes that were said of lists further down, seen from the field on the way. */
function within(sizes: ListSizes, name: string): readonly (readonly [string, number])[] {
  return [...sizes].flatMap(([path, size]) => (path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), size] as const] : []));
}

/** `__schema` and `__type` stand at the root of queries and in no type. */
const INTROSPECTION_ROOTS = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return own ?? INTROSPECTION_ROOTS.get(name);
}

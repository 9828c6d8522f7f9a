import {
  type ASTNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

export interface Limits {
  /** Levels of nested fields. */
  readonly depth: number;
  /** Fields in all, fragments counted at every spread. */
  readonly fields: number;
  /** Fields and aliases at the root. */
  readonly roots: number;
}

interface Cost {
  readonly depth: number;
  readonly fields: number;
}

const NOTHING: Cost = { depth: 0, fields: 0 };

/** Refuses operations too deep or too broad before any resolver runs; each fragment is measured once. Introspection is limited by GraphQL itself. */
export function limitCost(limits: Limits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(operation) {
      const measure = measurer((name) => context.getFragment(name));
      const { depth, fields } = measure(operation.selectionSet);
      const roots = operation.selectionSet.selections.length;
      if (depth <= limits.depth && fields <= limits.fields && roots <= limits.roots) return;
      const message = `the operation is ${depth} levels deep with ${fields} fields, ${roots} at its root; allowed are ${limits.depth}, ${limits.fields} and ${limits.roots}`;
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  });
}

function measurer(fragmentNamed: (name: string) => FragmentDefinitionNode | null | undefined): (set: SelectionSetNode) => Cost {
  const known = new Map<string, Cost>();
  const ofSet = (set: SelectionSetNode): Cost =>
    set.selections
      .map(ofNode)
      .reduce((sum, cost) => ({ depth: Math.max(sum.depth, cost.depth), fields: sum.fields + cost.fields }), NOTHING);
  const ofFragment = (name: string): Cost => {
    const held = known.get(name);
    if (held !== undefined) return held;
    known.set(name, NOTHING);
    const fragment = fragmentNamed(name);
    const cost = fragment ? ofSet(fragment.selectionSet) : NOTHING;
    known.set(name, cost);
    return cost;
  };
  const ofNode = (node: ASTNode): Cost => {
    if (node.kind === 'FragmentSpread') return ofFragment(node.name.value);
    const inner = 'selectionSet' in node && node.selectionSet ? ofSet(node.selectionSet) : NOTHING;
    if (node.kind !== 'Field') return inner;
    return node.name.value.startsWith('__') ? NOTHING : { depth: inner.depth + 1, fields: inner.fields + 1 };
  };
  return ofSet;
}

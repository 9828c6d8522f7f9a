import { type ASTNode, type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Refuses operations nested deeper than `most` selection sets; fragments count where they stand, introspection not at all. */
export function limitDepth(most: number): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(operation) {
      const depth = depthOf(operation, context, new Set());
      if (depth > most)
        context.reportError(new GraphQLError(`the operation is ${depth} levels deep, ${most} are allowed`, { nodes: operation }));
    },
  });
}

function depthOf(node: ASTNode, context: ValidationContext, open: ReadonlySet<string>): number {
  if (node.kind === 'Field' && node.name.value.startsWith('__')) return 0;
  if (node.kind === 'FragmentSpread') {
    const fragment = context.getFragment(node.name.value);
    if (!fragment || open.has(node.name.value)) return 0;
    return depthOf(fragment.selectionSet, context, new Set([...open, node.name.value]));
  }
  if (node.kind === 'SelectionSet') return Math.max(0, ...node.selections.map((selection) => depthOf(selection, context, open)));
  const inner = 'selectionSet' in node && node.selectionSet ? depthOf(node.selectionSet, context, open) : 0;
  return node.kind === 'Field' ? inner + 1 : inner;
}

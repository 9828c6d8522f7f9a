import type { ApolloServerPlugin } from '@apollo/server';
import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import type { Budgets } from '../budgets/budgets';
import { unitsOf } from '../budgets/weights';
import type { RequestContext } from '../requests/asking';

/** Before an operation is executed its caller pays for it. */
export function spendBudgets(budgets: Budgets): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, contextValue }) => {
        if (operation === undefined) return;
        const fragments = new Map(
          document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
        );
        await budgets.spend(contextValue.caller, unitsOf(rootsIn(operation.selectionSet, fragments)));
      },
    }),
  };
}

/** The fields at the root, those of fragments too; validation has refused fragments that go round. */
function rootsIn({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet;
    return set === undefined ? [] : rootsIn(set, fragments);
  });
}

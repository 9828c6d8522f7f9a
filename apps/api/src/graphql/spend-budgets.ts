import type { ApolloServerPlugin } from '@apollo/server';
import type { Budgets } from '../budgets/budgets';
import { unitsOf } from '../budgets/weights';
import type { RequestContext } from '../requests/asking';

/** Before an operation is executed its caller pays for it, by what was measured of it at the door. */
export function spendBudgets(budgets: Budgets): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue: { caller, request } }) => {
        if (request.measure === null) throw new Error('an operation was measured by nobody');
        await budgets.spend(caller, unitsOf(request.measure.roots));
      },
    }),
  };
}

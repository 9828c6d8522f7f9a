import { GraphQLError, getOperationAST, parse } from 'graphql';
import type { RefusedRequest } from '../requests/refused-request';
import { CONTRACT } from './contract-schema';
import { PARSING, judgeOperation } from './judge-operation';
import { OPERATION_LIMITS } from './operation-limits';
import { REFUSED_OPERATIONS } from './refused-operations';

interface SubscriptionAsked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What one message over a socket may ask for: a subscription, small, and not one too many. */
export function refuseSubscription(
  { query, operationName = null, variables }: SubscriptionAsked,
  { open, most }: { readonly open: number; readonly most: number },
): readonly GraphQLError[] | undefined {
  if (open > most) return said(REFUSED_OPERATIONS.tooManySubscriptions(most));
  try {
    if (getOperationAST(parse(query, PARSING), operationName)?.operation !== 'subscription')
      return said(REFUSED_OPERATIONS.onlySubscriptions());
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('the operation cannot be read')];
  }
  const judged = judgeOperation(CONTRACT, { query, operationName, variables: variables ?? {} }, OPERATION_LIMITS.subscription);
  return 'refused' in judged ? said(judged.refused) : undefined;
}

function said({ message, code }: RefusedRequest): readonly GraphQLError[] {
  return [new GraphQLError(message, { extensions: { code } })];
}

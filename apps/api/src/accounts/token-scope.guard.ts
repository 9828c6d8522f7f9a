import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { ActsService } from '../audit/acts.service';
import type { RequestContext } from '../requests/asking';
import { isInScope } from '../requests/token-scope';

/** Holds programs to the scope of their token. */
@Injectable()
export class TokenScopeGuard implements CanActivate {
  constructor(private readonly acts: ActsService) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<GqlContextType>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(execution);
    const { caller } = graphql.getContext<RequestContext>();
    const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
    if (parentType.name !== 'Mutation' || isInScope(caller, fieldName)) return true;
    await this.acts.refused(caller, { act: fieldName, subject: null, code: 'FORBIDDEN' });
    throw new GraphQLError(`令牌的权限不包括 ${fieldName}。/ The scope of the token does not include ${fieldName}.`, {
      extensions: { code: 'FORBIDDEN' },
    });
  }
}

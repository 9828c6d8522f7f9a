import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  CreateTokenResult,
  MutationCreateTokenArgs,
  MutationRevokeTokenArgs,
  RevokeTokenResult,
  TokenRights,
} from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking } from '../requests/asking';
import { isRefusal } from '../requests/refusal';
import { mayKeepTokens } from './account-rights';
import { type MadeToken, TokensService } from './tokens.service';
import type { TokenRow } from './tokens.store';
import type { ResultOf } from '../requests/result-of';

@Resolver('Token')
export class TokensResolver {
  constructor(private readonly tokensService: TokensService) {}

  @Query()
  tokens(@Asking() caller: Caller): Promise<readonly TokenRow[]> {
    return this.tokensService.ofCaller(caller);
  }

  @ResolveField()
  may(@Asking() caller: Caller, @Parent() token: TokenRow): TokenRights {
    return { revoke: mayKeepTokens(caller, token.accountId) };
  }

  @Mutation()
  async createToken(
    @Asking() caller: Caller,
    @Args() { accountId, name, scope, days }: MutationCreateTokenArgs,
  ): Promise<ResultOf<CreateTokenResult, MadeToken>> {
    const created = await this.tokensService.create(caller, { accountId: accountId ?? null, name, scope, days });
    return isRefusal(created) ? created : { __typename: 'CreatedToken', ...created };
  }

  @Mutation()
  async revokeToken(@Asking() caller: Caller, @Args() { id }: MutationRevokeTokenArgs): Promise<ResultOf<RevokeTokenResult, TokenRow>> {
    const token = await this.tokensService.revoke(caller, id);
    return isRefusal(token) ? token : { __typename: 'Token', ...token };
  }
}

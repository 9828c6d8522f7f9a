import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AccountRights,
  MutationChangePasswordArgs,
  MutationDisableAccountArgs,
  MutationLogInArgs,
  QueryAccountsArgs,
} from '@gongkai/contract';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import type { Caller, TokenScope } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import { Asking, Exchange, type HttpExchange, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { type Page, boundsOf, pageOf } from '../requests/page';
import { type Refusal, isRefusal } from '../requests/refusal';
import { mayDisable, mayKeepTokens, tokenScopesOf } from './account-rights';
import { AccountsService } from './accounts.service';
import type { AccountRow } from './accounts.store';
import { deviceOf, rememberAccount } from './device-cookie';
import { isInScope } from '../requests/token-scope';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie';

type AccountResult = AccountRow & { readonly __typename: 'Account' };

@Resolver('Account')
export class AccountsResolver {
  constructor(
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query()
  me(@Asking() caller: Caller): Promise<AccountRow | null> {
    return this.accounts.account(caller);
  }

  @Query('accounts')
  async list(@Asking() caller: Caller, @Args() { filter, first, after }: QueryAccountsArgs): Promise<Page<AccountRow>> {
    const bounds = boundsOf({ first: first ?? 50, after: after ?? null });
    const asked = { text: filter?.text?.trim() || null, role: filter?.role ?? null, disabled: filter?.disabled ?? null };
    const { items, total } = await this.accounts.search(caller, asked, bounds);
    return pageOf(items, total, bounds);
  }

  @Mutation()
  async logIn(
    @Args() { login, password }: MutationLogInArgs,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<AccountResult | Refusal> {
    const device = deviceOf(request);
    const session = await this.accounts.logIn({ login, password, address: request.ip, device });
    if (isRefusal(session)) return session;
    const { secret, secureCookie: secure } = this.config;
    setSessionCookie(reply, session.token, session.expiresAt, secure);
    rememberAccount(reply, device, { accountId: session.account.id, secret, secure });
    return { __typename: 'Account', ...session.account };
  }

  @Mutation()
  async changePassword(
    @Asking() caller: Caller,
    @Args() { oldPassword, newPassword }: MutationChangePasswordArgs,
    @Exchange() { reply }: HttpExchange,
  ): Promise<AccountResult | Refusal> {
    const account = await this.accounts.changePassword(caller, oldPassword, newPassword);
    if (isRefusal(account)) return account;
    clearSessionCookie(reply);
    return { __typename: 'Account', ...account };
  }

  @Mutation()
  async disableAccount(@Asking() caller: Caller, @Args() { id, disabled }: MutationDisableAccountArgs): Promise<AccountResult | Refusal> {
    const account = await this.accounts.setDisabled(caller, id, disabled ?? true);
    return isRefusal(account) ? account : { __typename: 'Account', ...account };
  }

  @Mutation()
  async logOut(@Exchange() { request, reply }: HttpExchange): Promise<boolean> {
    await this.accounts.logOut(sessionToken(request), request.ip);
    clearSessionCookie(reply);
    return true;
  }

  @ResolveField()
  may(@Asking() caller: Caller, @Parent() account: AccountRow): AccountRights {
    return {
      disable: mayDisable(caller, account.id) && isInScope(caller, 'disableAccount'),
      createToken: mayKeepTokens(caller, account.id),
    };
  }

  @ResolveField()
  tokenScopes(@Parent() { role }: AccountRow): readonly TokenScope[] {
    return tokenScopesOf(role);
  }

  @ResolveField()
  agency(@Parent() account: AccountRow, @Loading() loaders: Loaders): Promise<AgencyRow | null> | null {
    return account.agencyId === null ? null : agencyById(loaders).load(account.agencyId);
  }

  @ResolveField()
  region(@Parent() account: AccountRow, @Loading() loaders: Loaders): Promise<RegionRow | null> | null {
    return account.regionId === null ? null : regionById(loaders).load(account.regionId);
  }
}

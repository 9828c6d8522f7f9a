import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsResolver } from './accounts.resolver';
import { AccountsService } from './accounts.service';
import { TokenScopeGuard } from './token-scope.guard';
import { TokensResolver } from './tokens.resolver';
import { TokensService } from './tokens.service';

@Module({
  providers: [AccountsResolver, TokensResolver, AccountsService, TokensService, { provide: APP_GUARD, useClass: TokenScopeGuard }],
  exports: [AccountsService],
})
export class AccountsModule {}

import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsResolver } from './accounts.resolver';
import { AccountsService } from './accounts.service';
import { PasswordCheck } from './password-check';
import { RefusedActsInterceptor } from './refused-acts.interceptor';
import { TokenScopeGuard } from './token-scope.guard';
import { TokensResolver } from './tokens.resolver';
import { TokensService } from './tokens.service';

@Module({
  providers: [
    AccountsResolver,
    TokensResolver,
    AccountsService,
    PasswordCheck,
    TokensService,
    { provide: APP_GUARD, useClass: TokenScopeGuard },
    { provide: APP_INTERCEPTOR, useClass: RefusedActsInterceptor },
  ],
  exports: [AccountsService],
})
export class AccountsModule {}

import { Module } from '@nestjs/common';
import { LocalRulesResolver } from './local-rules.resolver';
import { LocalRulesService } from './local-rules.service';

@Module({ providers: [LocalRulesResolver, LocalRulesService] })
export class LocalRulesModule {}

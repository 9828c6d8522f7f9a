import { Global, Module } from '@nestjs/common';
import { ActsService } from './acts.service';
import { AuditResolver } from './audit.resolver';
import { AuditService } from './audit.service';

@Global()
@Module({ providers: [AuditResolver, AuditService, ActsService], exports: [ActsService] })
export class AuditModule {}

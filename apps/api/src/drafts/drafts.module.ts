import { Module } from '@nestjs/common';
import { DraftsResolver } from './drafts.resolver';
import { DraftsService } from './drafts.service';

@Module({ providers: [DraftsResolver, DraftsService] })
export class DraftsModule {}

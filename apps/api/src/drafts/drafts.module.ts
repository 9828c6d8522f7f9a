import { Module } from '@nestjs/common';
import { DraftsResolver } from './drafts.resolver';
import { DraftsService } from './drafts.service';
import { ReadIntoDraftService } from './read-into-draft.service';

@Module({ providers: [DraftsResolver, DraftsService, ReadIntoDraftService] })
export class DraftsModule {}

import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { DraftsResolver } from './drafts.resolver';
import { DraftsService } from './drafts.service';

@Module({ imports: [SubmissionsModule], providers: [DraftsResolver, DraftsService] })
export class DraftsModule {}

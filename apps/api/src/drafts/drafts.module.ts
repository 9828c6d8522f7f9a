import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { DraftOriginalsController } from './draft-originals.controller';
import { DraftsResolver } from './drafts.resolver';
import { DraftsService } from './drafts.service';
import { ReadIntoDraftService } from './read-into-draft.service';

@Module({
  imports: [ReportsModule],
  controllers: [DraftOriginalsController],
  providers: [DraftsResolver, DraftsService, ReadIntoDraftService],
})
export class DraftsModule {}

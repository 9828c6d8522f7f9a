import { Module } from '@nestjs/common';
import { DecisionsService } from './decisions.service';
import { EditionsResolver, SubmissionsReceiptResolver } from './editions.resolver';
import { EditionsService } from './editions.service';
import { ReportsResolver } from './reports.resolver';
import { ReportsService } from './reports.service';
import { SubmissionsResolver } from './submissions.resolver';
import { SubmissionsService } from './submissions.service';

@Module({
  providers: [
    SubmissionsResolver,
    SubmissionsReceiptResolver,
    EditionsResolver,
    ReportsResolver,
    SubmissionsService,
    DecisionsService,
    EditionsService,
    ReportsService,
  ],
  exports: [SubmissionsService, DecisionsService],
})
export class SubmissionsModule {}

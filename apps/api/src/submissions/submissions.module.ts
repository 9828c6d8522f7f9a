import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { DecisionsResolver } from './decisions.resolver';
import { DecisionsService } from './decisions.service';
import { DocumentsController } from './documents.controller';
import { EditionDiffsResolver } from './edition-diffs.resolver';
import { EditionsResolver, SubmissionsReceiptResolver } from './editions.resolver';
import { EditionsService } from './editions.service';
import { ReportsResolver } from './reports.resolver';
import { ReportsService } from './reports.service';
import { SubmissionsResolver } from './submissions.resolver';
import { SubmissionsService } from './submissions.service';

@Module({
  imports: [AccountsModule],
  controllers: [DocumentsController],
  providers: [
    SubmissionsResolver,
    SubmissionsReceiptResolver,
    DecisionsResolver,
    EditionsResolver,
    EditionDiffsResolver,
    ReportsResolver,
    SubmissionsService,
    DecisionsService,
    EditionsService,
    ReportsService,
  ],
  exports: [SubmissionsService, DecisionsService],
})
export class SubmissionsModule {}

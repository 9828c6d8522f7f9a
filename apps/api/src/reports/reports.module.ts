import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { DocumentsController } from './documents.controller';
import { EditionDiffsResolver } from './edition-diffs.resolver';
import { EditionsResolver, SubmissionsReceiptResolver } from './editions.resolver';
import { EditionsService } from './editions.service';
import { OriginalDesk } from './original-desk';
import { ReportsOfAgencyResolver, ReportsResolver } from './reports.resolver';
import { ReportsService } from './reports.service';

@Module({
  imports: [AccountsModule],
  controllers: [DocumentsController],
  providers: [
    ReportsResolver,
    ReportsOfAgencyResolver,
    EditionsResolver,
    SubmissionsReceiptResolver,
    EditionDiffsResolver,
    ReportsService,
    EditionsService,
    OriginalDesk,
  ],
  exports: [OriginalDesk],
})
export class ReportsModule {}

import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { ReportWorkbooksController } from './report-workbooks.controller';
import { ReportWorkbooksService } from './report-workbooks.service';
import { Workbooks } from './workbooks';

@Module({
  imports: [AccountsModule, IndicatorsModule],
  controllers: [ExportsController, ReportWorkbooksController],
  providers: [ExportsService, ReportWorkbooksService, Workbooks],
})
export class ExportsModule {}

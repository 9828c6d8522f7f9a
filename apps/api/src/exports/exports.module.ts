import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { ReportTemplatesController } from './report-templates.controller';
import { ReportTemplatesService } from './report-templates.service';
import { Workbooks } from './workbooks';

@Module({
  imports: [AccountsModule, IndicatorsModule],
  controllers: [ExportsController, ReportTemplatesController],
  providers: [ExportsService, ReportTemplatesService, Workbooks],
})
export class ExportsModule {}

import { Module } from '@nestjs/common';
import { CellContributorsResolver, CombinedReportsResolver, LeftOutResolver } from './combined-reports.resolver';
import { CombinedReportsService } from './combined-reports.service';

@Module({ providers: [CombinedReportsResolver, CellContributorsResolver, LeftOutResolver, CombinedReportsService] })
export class CombinedReportsModule {}

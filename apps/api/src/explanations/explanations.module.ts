import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ExplanationsResolver, PointExplanationResolver, RegionContributorResolver } from './explanations.resolver';
import { ExplanationsService } from './explanations.service';

@Module({
  imports: [IndicatorsModule],
  providers: [ExplanationsResolver, PointExplanationResolver, RegionContributorResolver, ExplanationsService],
})
export class ExplanationsModule {}

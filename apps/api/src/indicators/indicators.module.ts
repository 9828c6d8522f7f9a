import { Module } from '@nestjs/common';
import { IndicatorResolver, IndicatorsResolver, PointAgencyResolver, SeriesPointsResolver } from './indicators.resolver';
import { IndicatorsService } from './indicators.service';
import { PointAgenciesService } from './point-agencies.service';

@Module({
  providers: [IndicatorResolver, IndicatorsResolver, PointAgencyResolver, SeriesPointsResolver, IndicatorsService, PointAgenciesService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}

import { Module } from '@nestjs/common';
import { IndicatorResolver, IndicatorsResolver, PointAgencyResolver } from './indicators.resolver';
import { IndicatorsService } from './indicators.service';
import { PointAgenciesService } from './point-agencies.service';

@Module({
  providers: [IndicatorResolver, IndicatorsResolver, PointAgencyResolver, IndicatorsService, PointAgenciesService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}

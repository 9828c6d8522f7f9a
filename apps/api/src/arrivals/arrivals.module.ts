import { Module } from '@nestjs/common';
import { ArrivalsOfReportResolver, ArrivalsResolver } from './arrivals.resolver';
import { ArrivalsService } from './arrivals.service';

@Module({ providers: [ArrivalsResolver, ArrivalsOfReportResolver, ArrivalsService] })
export class ArrivalsModule {}

import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ExplanationsResolver } from './explanations.resolver';
import { ExplanationsService } from './explanations.service';

@Module({ imports: [IndicatorsModule], providers: [ExplanationsResolver, ExplanationsService] })
export class ExplanationsModule {}

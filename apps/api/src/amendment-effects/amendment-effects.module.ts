import { Module } from '@nestjs/common';
import { AmendmentEffectsResolver, SeriesEffectResolver } from './amendment-effects.resolver';
import { AmendmentEffectsService } from './amendment-effects.service';

@Module({ providers: [AmendmentEffectsResolver, SeriesEffectResolver, AmendmentEffectsService] })
export class AmendmentEffectsModule {}

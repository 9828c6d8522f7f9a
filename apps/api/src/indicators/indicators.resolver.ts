import { Args, Query, Resolver } from '@nestjs/graphql';
import type { QueryIndicatorSeriesArgs } from '@gongkai/contract';
import type { Indicator } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Asking } from '../requests/asking';
import { type Refusal, isRefusal } from '../requests/refusal';
import { IndicatorsService, type SeriesRow } from './indicators.service';

type SeriesResult = { readonly __typename: 'IndicatorSeries'; readonly series: readonly SeriesRow[] };

@Resolver()
export class IndicatorsResolver {
  constructor(private readonly indicatorsService: IndicatorsService) {}

  @Query()
  indicators(): readonly Indicator[] {
    return this.indicatorsService.all();
  }

  @Query()
  async indicatorSeries(@Asking() caller: Caller, @Args() args: QueryIndicatorSeriesArgs): Promise<SeriesResult | Refusal> {
    const series = await this.indicatorsService.series(caller, {
      indicators: args.indicators,
      regionId: args.scope.regionId ?? null,
      agencyId: args.scope.agencyId ?? null,
      from: args.years.from,
      to: args.years.to,
      groupBy: args.groupBy ?? 'none',
      state: args.state ?? 'published',
    });
    return isRefusal(series) ? series : { __typename: 'IndicatorSeries', series };
  }
}

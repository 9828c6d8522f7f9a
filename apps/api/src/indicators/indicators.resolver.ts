import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TOTAL_POLICY, addsTotals } from '@gongkai/catalogue';
import type { QueryIndicatorSeriesArgs, QueryPointAgenciesArgs } from '@gongkai/contract';
import type { SeriesAsked } from '@gongkai/indicators';
import type { Indicator } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import { Asking, Loading } from '../requests/asking';
import { type Refusal, isRefusal } from '../requests/refusal';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import type { Loaders } from '../requests/loaders';
import type { Page } from '../requests/page';
import type { ReportRow } from '../reports/reports.store';
import { reportById } from '../reports/reports.loaders';
import { IndicatorsService, type SeriesPage } from './indicators.service';
import { PointAgenciesService } from './point-agencies.service';
import type { PointAgencyRow } from './point-agencies.store';

type AgenciesResult = Page<PointAgencyRow> & { readonly __typename: 'PointAgencies' };
type SeriesResult = SeriesPage & { readonly __typename: 'IndicatorSeries' };

@Resolver()
export class IndicatorsResolver {
  constructor(
    private readonly indicatorsService: IndicatorsService,
    private readonly pointAgenciesService: PointAgenciesService,
  ) {}

  @Query()
  indicators(): readonly Indicator[] {
    return this.indicatorsService.all();
  }

  @Query()
  async indicatorSeries(@Asking() caller: Caller, @Args() args: QueryIndicatorSeriesArgs): Promise<SeriesResult | Refusal> {
    const page = await this.indicatorsService.series(caller, {
      ...askedOf(args),
      indicators: args.indicators,
      from: args.years.from,
      to: args.years.to,
      panel: args.panel ?? 'all_reporters',
      overYears: args.overYears ?? null,
      view: args.view ?? 'as_reported',
      page: { first: args.first ?? 500, after: args.after ?? null },
    });
    return isRefusal(page) ? page : { __typename: 'IndicatorSeries', ...page };
  }

  @Query()
  async pointAgencies(@Asking() caller: Caller, @Args() args: QueryPointAgenciesArgs): Promise<AgenciesResult | Refusal> {
    const { indicator, year, part, group, first, after } = args;
    const page = { group: group ?? null, first: first ?? 50, after: after ?? null };
    const agencies = await this.pointAgenciesService.agencies(caller, { ...askedOf(args), indicator, year, part, ...page });
    return isRefusal(agencies) ? agencies : { __typename: 'PointAgencies', ...agencies };
  }
}

@Resolver('Indicator')
export class IndicatorResolver {
  @ResolveField()
  totalPolicy(@Parent() indicator: Indicator): typeof TOTAL_POLICY | null {
    return addsTotals(indicator) ? TOTAL_POLICY : null;
  }
}

@Resolver('PointAgency')
export class PointAgencyResolver {
  @ResolveField()
  agency(@Parent() { agencyId }: PointAgencyRow, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return agencyById(loaders).load(agencyId);
  }

  @ResolveField()
  region(@Parent() { regionId }: PointAgencyRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(regionId);
  }

  @ResolveField()
  report(@Parent() { reportId }: PointAgencyRow, @Loading() loaders: Loaders): Promise<ReportRow | null> {
    return reportById(loaders).load(reportId);
  }
}

type Counting = Pick<
  QueryIndicatorSeriesArgs & QueryPointAgenciesArgs,
  'scope' | 'groupBy' | 'level' | 'state' | 'edition' | 'asOf' | 'filter'
>;

/** Which editions of whom are counted: the arguments every question about figures takes. */
export function askedOf(args: Counting): Omit<SeriesAsked, 'indicators' | 'from' | 'to'> {
  return {
    regionId: args.scope.regionId ?? null,
    agencyId: args.scope.agencyId ?? null,
    groupBy: args.groupBy ?? 'none',
    level: args.level ?? null,
    state: args.state ?? 'published',
    edition: args.edition ?? 'latest',
    asOf: args.asOf ?? null,
    filter: args.filter ?? null,
  };
}

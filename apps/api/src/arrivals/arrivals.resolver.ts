import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryArrivalArgs, ReportArrivalsArgs } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { type Page, boundsOf, pageOf } from '../requests/page';
import type { EditionRow } from '../reports/editions.store';
import type { ReportRow } from '../reports/reports.store';
import { editionById, reportById } from '../reports/reports.loaders';
import { arrivalsOfReport } from './arrivals.loaders';
import { ArrivalsService } from './arrivals.service';
import type { ArrivalRow, KeptRefusal } from './arrivals.store';

@Resolver('Arrival')
export class ArrivalsResolver {
  constructor(private readonly arrivals: ArrivalsService) {}

  @Query()
  arrival(@Asking() caller: Caller, @Args() { number }: QueryArrivalArgs): Promise<ArrivalRow | null> {
    return this.arrivals.numbered(caller, number);
  }

  @ResolveField()
  report(@Parent() arrival: ArrivalRow, @Loading() loaders: Loaders): Promise<ReportRow | null> {
    return reportById(loaders).load(arrival.reportId);
  }

  @ResolveField()
  verdict(@Parent() arrival: ArrivalRow): 'kept' | 'refused' {
    return arrival.refusal === null ? 'kept' : 'refused';
  }

  @ResolveField()
  refusal(@Parent() arrival: ArrivalRow): (KeptRefusal & { readonly arrival: ArrivalRow }) | null {
    return arrival.refusal && { ...arrival.refusal, arrival };
  }

  @ResolveField()
  edition(@Parent() arrival: ArrivalRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return arrival.editionId === null ? null : editionById(loaders).load(arrival.editionId);
  }
}

@Resolver('Report')
export class ArrivalsOfReportResolver {
  /** Newest first. */
  @ResolveField()
  async arrivals(
    @Parent() report: ReportRow,
    @Args() { first, after }: ReportArrivalsArgs,
    @Loading() loaders: Loaders,
  ): Promise<Page<ArrivalRow>> {
    const bounds = boundsOf({ first: first ?? 50, after: after ?? null });
    const { items, total } = await arrivalsOfReport(loaders).load({ reportId: report.id, bounds });
    return pageOf(items, total, bounds);
  }
}

import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryReportArgs, QueryReportStatesArgs, QueryReportsArgs } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import type { Page } from '../requests/page';
import type { EditionRow } from './editions.store';
import { ReportsService } from './reports.service';
import type { ReportRow, StateCountRow } from './reports.store';
import type { ReportRights } from './rights';
import { editionById, editionsOfReport, reportById, reportsOfAgency } from './reports.loaders';

@Resolver('Report')
export class ReportsResolver {
  constructor(private readonly reportsService: ReportsService) {}

  @Query()
  report(@Args() { id }: QueryReportArgs, @Loading() loaders: Loaders): Promise<ReportRow | null> {
    return reportById(loaders).load(id);
  }

  @Query()
  reports(@Asking() caller: Caller, @Args() { filter, first, after }: QueryReportsArgs): Promise<Page<ReportRow>> {
    return this.reportsService.search(caller, filter, { first: first ?? 50, after: after ?? null });
  }

  @Query()
  reportStates(@Asking() caller: Caller, @Args() { filter }: QueryReportStatesArgs): Promise<readonly StateCountRow[]> {
    return this.reportsService.counts(caller, filter);
  }

  @ResolveField()
  agency(@Parent() report: ReportRow, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return agencyById(loaders).load(report.agencyId);
  }

  @ResolveField()
  region(@Parent() report: ReportRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(report.regionId);
  }

  @ResolveField()
  latest(@Parent() report: ReportRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return report.latestId === null ? null : editionById(loaders).load(report.latestId);
  }

  @ResolveField()
  decidable(@Parent() report: ReportRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return report.decidableId === null ? null : editionById(loaders).load(report.decidableId);
  }

  @ResolveField()
  published(@Parent() report: ReportRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return report.publishedId === null ? null : editionById(loaders).load(report.publishedId);
  }

  @ResolveField()
  editions(@Parent() report: ReportRow, @Loading() loaders: Loaders): Promise<readonly EditionRow[]> {
    return editionsOfReport(loaders).load(report.id);
  }

  @ResolveField()
  may(@Asking() caller: Caller, @Parent() report: ReportRow): ReportRights {
    return this.reportsService.rightsOf(caller, report);
  }
}

@Resolver('Agency')
export class ReportsOfAgencyResolver {
  @ResolveField()
  reports(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly ReportRow[]> {
    return reportsOfAgency(loaders).load(agency.id);
  }
}

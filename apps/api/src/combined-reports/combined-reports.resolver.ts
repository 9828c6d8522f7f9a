import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CombinedReportDifferenceResult, QueryCombinedReportDifferenceArgs } from '@gongkai/contract';
import type { Caller } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import type { EditionRow } from '../reports/editions.store';
import { editionById } from '../reports/reports.loaders';
import { CombinedReportsService, type DifferenceRow } from './combined-reports.service';
import type { ResultOf } from '../requests/result-of';

@Resolver('CombinedReportDifference')
export class CombinedReportsResolver {
  constructor(private readonly combinedReports: CombinedReportsService) {}

  @Query()
  async combinedReportDifference(
    @Asking() caller: Caller,
    @Args() args: QueryCombinedReportDifferenceArgs,
  ): Promise<ResultOf<CombinedReportDifferenceResult, DifferenceRow>> {
    const difference = await this.combinedReports.difference(caller, {
      regionId: args.regionId,
      year: args.year,
      state: args.state ?? 'published',
      cells: args.cells ?? null,
      differing: args.differing ?? true,
      first: args.first ?? 50,
      after: args.after ?? null,
      agencies: args.agencies ?? 10,
      agenciesAfter: args.agenciesAfter ?? null,
    });
    return isRefusal(difference) ? difference : { __typename: 'CombinedReportDifference', ...difference };
  }

  @ResolveField()
  region(@Parent() { regionId }: DifferenceRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(regionId);
  }

  @ResolveField()
  combined(@Parent() { combinedId }: DifferenceRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return combinedId === null ? null : editionById(loaders).load(combinedId);
  }
}

/** Who is in a number, and who is not: agency and edition by their ids. */
class PartResolver {
  @ResolveField()
  agency(@Parent() { agencyId }: { readonly agencyId: string }, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return agencyById(loaders).load(agencyId);
  }

  @ResolveField()
  edition(@Parent() { editionId }: { readonly editionId: string | null }, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return editionId === null ? null : editionById(loaders).load(editionId);
  }
}

@Resolver('CellContributor')
export class CellContributorsResolver extends PartResolver {}

@Resolver('LeftOut')
export class LeftOutResolver extends PartResolver {}

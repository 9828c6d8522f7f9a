import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryAgencyArgs } from '@gongkai/contract';
import { Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import type { ReportRow } from '../submissions/reports.store';
import type { AgencyRow, RegionRow, SuccessionRow } from './organisations.store';

type SuccessionResult = Omit<SuccessionRow, 'predecessorId' | 'successorId'> & { readonly agency: AgencyRow };

@Resolver('Agency')
export class AgenciesResolver {
  @Query()
  agency(@Args() { id }: QueryAgencyArgs, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return loaders.agency.load(id);
  }

  @ResolveField()
  region(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return loaders.region.load(agency.regionId);
  }

  @ResolveField()
  async successors(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly SuccessionResult[]> {
    const rows = await loaders.successions.load(agency.id);
    return withAgencies(
      rows.filter((row) => row.predecessorId === agency.id),
      (row) => row.successorId,
      loaders,
    );
  }

  @ResolveField()
  async predecessors(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly SuccessionResult[]> {
    const rows = await loaders.successions.load(agency.id);
    return withAgencies(
      rows.filter((row) => row.successorId === agency.id),
      (row) => row.predecessorId,
      loaders,
    );
  }

  @ResolveField()
  reports(@Parent() agency: AgencyRow, @Loading() loaders: Loaders): Promise<readonly ReportRow[]> {
    return loaders.reportsOfAgency.load(agency.id);
  }
}

async function withAgencies(
  rows: readonly SuccessionRow[],
  otherId: (row: SuccessionRow) => string | null,
  loaders: Loaders,
): Promise<readonly SuccessionResult[]> {
  const results = await Promise.all(
    rows.map(async (row) => {
      const id = otherId(row);
      const agency = id === null ? null : await loaders.agency.load(id);
      return agency === null ? null : { kind: row.kind, on: row.on, basis: row.basis, agency };
    }),
  );
  return results.filter((result) => result !== null);
}

import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { cellOf } from '@gongkai/catalogue';
import type { PointExplanationRegionsArgs, PointExplanationResult, QueryExplainPointArgs } from '@gongkai/contract';
import type { CellId } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import { askedOf } from '../indicators/indicators.resolver';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import { type CellValueRow, cellValuesOfEdition } from '../reports/edition-content';
import type { EditionRow } from '../reports/editions.store';
import { editionById, provenanceOfEdition } from '../reports/reports.loaders';
import {
  type ContributorRow,
  type Contributors,
  type ExplainedPoint,
  ExplanationsService,
  type RegionContributorRow,
} from './explanations.service';
import type { ResultOf } from '../requests/result-of';

@Resolver('AgencyContributor')
export class ExplanationsResolver {
  constructor(private readonly explanations: ExplanationsService) {}

  @Query()
  async explainPoint(
    @Asking() caller: Caller,
    @Args() args: QueryExplainPointArgs,
  ): Promise<ResultOf<PointExplanationResult, ExplainedPoint>> {
    const explanation = await this.explanations.explain(caller, {
      indicator: args.indicator,
      ...askedOf(args),
      year: args.year,
      group: args.group ?? null,
      years: args.years ?? { from: args.year - 1, to: args.year },
      view: args.view ?? 'as_reported',
      first: args.first ?? 50,
      after: args.after ?? null,
    });
    return isRefusal(explanation) ? explanation : { __typename: 'PointExplanation', ...explanation };
  }

  @ResolveField()
  agency(@Parent() { id }: ContributorRow, @Loading() loaders: Loaders): Promise<AgencyRow | null> {
    return agencyById(loaders).load(id);
  }

  @ResolveField()
  edition(@Parent() { editionId }: ContributorRow, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return editionById(loaders).load(editionId);
  }

  @ResolveField()
  cells(@Parent() part: ContributorRow, @Loading() loaders: Loaders): Promise<readonly CellValueRow[]> {
    return cellsOf(part, part.indicator.terms[part.form]?.of ?? [], loaders);
  }

  @ResolveField()
  denominatorCells(@Parent() part: ContributorRow, @Loading() loaders: Loaders): Promise<readonly CellValueRow[]> {
    return cellsOf(part, part.indicator.terms[part.form]?.over ?? [], loaders);
  }
}

@Resolver('PointExplanation')
export class PointExplanationResolver {
  constructor(private readonly explanations: ExplanationsService) {}

  @ResolveField()
  regions(
    @Asking() caller: Caller,
    @Parent() explained: ExplainedPoint,
    @Args() { first, after }: PointExplanationRegionsArgs,
  ): Promise<Contributors<RegionContributorRow> | null> {
    return this.explanations.regions(caller, explained, { first: first ?? 50, after: after ?? null });
  }

  @ResolveField()
  differingTotals(@Asking() caller: Caller, @Parent() explained: ExplainedPoint): Promise<number> {
    return this.explanations.differingTotals(caller, explained);
  }
}

@Resolver('RegionContributor')
export class RegionContributorResolver {
  @ResolveField()
  region(@Parent() { id }: RegionContributorRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(id);
  }
}

async function cellsOf({ editionId }: ContributorRow, wanted: readonly CellId[], loaders: Loaders): Promise<readonly CellValueRow[]> {
  const [edition, provenance] = await Promise.all([editionById(loaders).load(editionId), provenanceOfEdition(loaders).load(editionId)]);
  if (edition === null || provenance === null) throw new Error(`edition ${editionId} is behind a number and not in sight`);
  const cells = [...new Set(wanted)].map(cellOf).sort((a, b) => a.position - b.position);
  return cellValuesOfEdition(edition, provenance, cells);
}

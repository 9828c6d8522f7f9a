import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryEditionDiffArgs, ReportAsOfArgs } from '@gongkai/contract';
import { Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { REFUSALS, type Refusal } from '../requests/refusal';
import { type EditionDiff, type KeptEdition, diffEditions } from './edition-diff';
import { type ReportAsOf, reportAsOf } from './report-as-of';
import type { ReportRow } from './reports.store';
import { editionById, editionsOfReport, eventsOfEdition, provenanceOfEdition } from './reports.loaders';

/** What differs between editions, and what there was of them at a moment. */
@Resolver('Report')
export class EditionDiffsResolver {
  @Query()
  async editionDiff(
    @Args() { before, after }: QueryEditionDiffArgs,
    @Loading() loaders: Loaders,
  ): Promise<(EditionDiff & { readonly __typename: 'EditionDiff' }) | Refusal> {
    const [was, becomes] = await Promise.all([keptEdition(before, loaders), keptEdition(after, loaders)]);
    return was === null || becomes === null ? REFUSALS.unknownEdition() : { __typename: 'EditionDiff', ...diffEditions(was, becomes) };
  }

  @ResolveField()
  async asOf(@Parent() report: ReportRow, @Args() { moment }: ReportAsOfArgs, @Loading() loaders: Loaders): Promise<ReportAsOf> {
    const editions = await editionsOfReport(loaders).load(report.id);
    const events = await Promise.all(editions.map(({ id }) => eventsOfEdition(loaders).load(id)));
    return reportAsOf(
      editions.map((edition, at) => ({ edition, events: events[at] ?? [] })),
      new Date(moment),
    );
  }
}

/** Null where there is none, or the caller may not see it. */
async function keptEdition(id: string, loaders: Loaders): Promise<KeptEdition | null> {
  const [edition, provenance] = await Promise.all([editionById(loaders).load(id), provenanceOfEdition(loaders).load(id)]);
  return edition === null || provenance === null ? null : { edition, provenance };
}

import { Args, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type {
  FileRefusal,
  ImportJobOutcomesArgs,
  ImportPublishedReportResult,
  MutationImportPublishedReportArgs,
  MutationResolveImportArgs,
  MutationStartImportArgs,
  QueryImportJobArgs,
  QueryImportJobsArgs,
  ResolveImportResult,
  StartImportResult,
  SubscriptionImportProgressArgs,
} from '@gongkai/contract';
import { GraphQLError } from 'graphql';
import type { Caller } from '../database/caller';
import { agencyById, regionById } from '../organisations/organisations.loaders';
import type { AgencyRow, RegionRow } from '../organisations/organisations.store';
import { Asking, HangingUp, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import type { Page } from '../requests/page';
import { isRefusal } from '../requests/refusal';
import type { EditionRow } from '../reports/editions.store';
import { editionById } from '../reports/reports.loaders';
import { ImportJobsService } from './import-jobs.service';
import type { JobRow, OutcomeRow } from './imports.store';
import { type KeptPublication, PublicationsService } from './publications.service';
import type { ResultOf } from '../requests/result-of';

@Resolver('ImportJob')
export class ImportsResolver {
  constructor(
    private readonly publications: PublicationsService,
    private readonly imports: ImportJobsService,
  ) {}

  @Query()
  importJob(@Asking() caller: Caller, @Args() { id }: QueryImportJobArgs): Promise<JobRow | null> {
    return this.imports.job(caller, id);
  }

  @Query()
  importJobs(@Asking() caller: Caller, @Args() { first, after }: QueryImportJobsArgs): Promise<Page<JobRow>> {
    return this.imports.jobs(caller, { first: first ?? 20, after: after ?? null });
  }

  @Mutation()
  async importPublishedReport(
    @Asking() caller: Caller,
    @Args() { input }: MutationImportPublishedReportArgs,
    @HangingUp() signal: AbortSignal,
  ): Promise<ResultOf<ImportPublishedReportResult, KeptPublication>> {
    const kept = await this.publications.import(caller, input, signal);
    return isRefusal(kept) ? kept : { __typename: 'ImportedReport', ...kept };
  }

  @Mutation()
  async startImport(@Asking() caller: Caller, @Args() { input }: MutationStartImportArgs): Promise<ResultOf<StartImportResult, JobRow>> {
    const job = await this.imports.start(caller, input);
    return isRefusal(job) ? job : { __typename: 'ImportJob', ...job };
  }

  @Mutation()
  async resolveImport(
    @Asking() caller: Caller,
    @Args() { jobId, file, agencyId, year }: MutationResolveImportArgs,
  ): Promise<ResultOf<ResolveImportResult, OutcomeRow>> {
    const outcome = await this.imports.resolve(caller, jobId, file, agencyId == null ? null : { agencyId, year: year ?? null });
    return isRefusal(outcome) ? outcome : { __typename: 'ImportOutcome', ...outcome };
  }

  @Subscription()
  async importProgress(
    @Asking() caller: Caller,
    @Args() { id }: SubscriptionImportProgressArgs,
  ): Promise<AsyncIterable<{ readonly importProgress: JobRow }>> {
    const job = await this.imports.job(caller, id);
    if (job === null) throw new GraphQLError('没有这个导入。/ There is no such import.', { extensions: { code: 'NOT_FOUND' } });
    return named(this.imports.watch(caller, id));
  }

  @ResolveField()
  region(@Parent() job: JobRow, @Loading() loaders: Loaders): Promise<RegionRow | null> {
    return regionById(loaders).load(job.regionId);
  }

  @ResolveField()
  startedBy(@Parent() job: JobRow): string {
    return job.starterName;
  }

  @ResolveField()
  done(@Parent() { kept, doubtful, refused }: JobRow): number {
    return kept + doubtful + refused;
  }

  @ResolveField()
  outcomes(
    @Asking() caller: Caller,
    @Parent() job: JobRow,
    @Args() { results, first, after }: ImportJobOutcomesArgs,
  ): Promise<Page<OutcomeRow>> {
    return this.imports.outcomes(caller, job.id, results ?? null, { first: first ?? 50, after: after ?? null });
  }
}

@Resolver('ImportOutcome')
export class ImportOutcomesResolver {
  @ResolveField()
  file(@Parent() outcome: OutcomeRow): number {
    return outcome.ordinal;
  }

  @ResolveField()
  edition(@Parent() outcome: OutcomeRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return outcome.editionId === null ? null : editionById(loaders).load(outcome.editionId);
  }

  @ResolveField()
  agency(@Parent() outcome: OutcomeRow, @Loading() loaders: Loaders): Promise<AgencyRow | null> | null {
    return outcome.agencyId === null ? null : agencyById(loaders).load(outcome.agencyId);
  }

  @ResolveField()
  refusal(@Parent() { code, message }: OutcomeRow): FileRefusal | null {
    return code === null || message === null ? null : { code, message };
  }

  @ResolveField()
  async candidates(@Parent() outcome: OutcomeRow, @Loading() loaders: Loaders): Promise<readonly AgencyRow[]> {
    const agencies = await Promise.all(outcome.candidates.map((id) => agencyById(loaders).load(id)));
    return agencies.filter((agency) => agency !== null);
  }
}

async function* named(jobs: AsyncIterable<JobRow>): AsyncGenerator<{ readonly importProgress: JobRow }, void, undefined> {
  for await (const importProgress of jobs) yield { importProgress };
}

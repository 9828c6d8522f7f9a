import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  MutationFileNilArgs,
  MutationSubmitDraftArgs,
  MutationSubmitReportArgs,
  MutationValidateReportArgs,
  SubmitReportResult,
  ValidateReportResult,
} from '@gongkai/contract';
import { verdictOf, verdictWords } from '@gongkai/rules';
import type { Caller } from '../database/caller';
import { agencyById } from '../organisations/organisations.loaders';
import type { AgencyRow } from '../organisations/organisations.store';
import { Asking, HangingUp, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { isRefusal } from '../requests/refusal';
import { declaredValues } from '../reports/declared-values';
import { cellValuesOfReport } from '../reports/edition-content';
import { FileDraftService } from './file-draft.service';
import { WITHOUT_DRAFT, type SubmissionResult, SubmissionsService, type ValidationResult } from './submissions.service';
import type { ResultOf } from '../requests/result-of';

@Resolver('Validation')
export class SubmissionsResolver {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly drafts: FileDraftService,
  ) {}

  @Mutation()
  async validateReport(
    @Asking() caller: Caller,
    @Args() { input }: MutationValidateReportArgs,
    @HangingUp() signal: AbortSignal,
  ): Promise<ResultOf<ValidateReportResult, ReturnType<typeof validationOf>>> {
    const result = await this.submissions.validate(caller, input, signal);
    return isRefusal(result) ? result : { __typename: 'Validation', ...validationOf(result) };
  }

  @Mutation()
  async submitReport(
    @Asking() caller: Caller,
    @Args() { input }: MutationSubmitReportArgs,
    @HangingUp() signal: AbortSignal,
  ): Promise<ResultOf<SubmitReportResult, SubmissionResult>> {
    const result = await this.submissions.submit(caller, input, WITHOUT_DRAFT, signal);
    return isRefusal(result) ? result : { __typename: 'Submission', ...result };
  }

  @Mutation()
  async submitDraft(
    @Asking() caller: Caller,
    @Args() { idempotencyKey, ...asked }: MutationSubmitDraftArgs,
  ): Promise<ResultOf<SubmitReportResult, SubmissionResult>> {
    const result = await this.drafts.submit(caller, asked, idempotencyKey ?? null);
    return isRefusal(result) ? result : { __typename: 'Submission', ...result };
  }

  @Mutation()
  async fileNil(@Asking() caller: Caller, @Args() { input }: MutationFileNilArgs): Promise<ResultOf<SubmitReportResult, SubmissionResult>> {
    const result = await this.submissions.fileNil(caller, input);
    return isRefusal(result) ? result : { __typename: 'Submission', ...result };
  }

  @ResolveField()
  agency(@Parent() validation: { readonly agencyId: string | null }, @Loading() loaders: Loaders): Promise<AgencyRow | null> | null {
    return validation.agencyId === null ? null : agencyById(loaders).load(validation.agencyId);
  }
}

function validationOf({ report, findings, derived, agencyId, source }: ValidationResult) {
  return {
    verdict: verdictOf(findings),
    verdictWords: verdictWords(findings),
    title: report.title,
    agencyName: report.agencyName,
    agencyId,
    year: report.year,
    signedOn: report.signedOn,
    forms: report.forms,
    cells: cellValuesOfReport(report, derived, source),
    narrative: report.narrative,
    declared: declaredValues(report.declared.map((declaration) => ({ ...declaration, amount: declaration.amount.toString() }))),
    residue: report.residue,
    findings,
  };
}

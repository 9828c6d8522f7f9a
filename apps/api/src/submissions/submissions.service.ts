import { Inject, Injectable } from '@nestjs/common';
import { formInForce } from '@gongkai/catalogue';
import type { NilReturnInput, ReportInput, SubmitReportInput } from '@gongkai/contract';
import { type Report, SHORTEST_EXPLANATION, cellsOf, isExplanation } from '@gongkai/model';
import type { Twin } from '@gongkai/rules';
import { receiptRefused } from '../arrivals/receipt-refused';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import { LocalRulesStore } from '../local-rules/local-rules.store';
import { rulesOf } from '../local-rules/rules-of';
import { factsOf } from '../organisations/applicability.service';
import { ApplicabilityStore } from '../organisations/applicability.store';
import { namesakesOf } from '../organisations/namesakes-of';
import { OrganisationsStore } from '../organisations/organisations.store';
import { Receiving } from '../receiving/receiving';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { contentHashOf, contentOf, hashContent, isWhole, reportOfEdition } from '../reports/edition-content';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { type Addressee, type Examination, examine, refuseCharacters, refuseFindings, refuseStranger } from '../judging/examination';
import { type Owed, filerOf } from '../reports/filer-of';
import { FILING, type Filing, keepFiling } from './keep-filing';
import { type Arrival, named, readArrival, receiveOriginal } from './read-arrival';
import { type ReportRow, ReportsStore } from '../reports/reports.store';
import { type SectionText, comparableTexts } from '../reports/section-texts';
import { SectionTextsStore } from '../reports/section-texts.store';

const LONGEST_KEY = 200;

/** The obligation a report is filed under, and what it is checked against. */
interface Context {
  readonly obligation: ReportRow;
  readonly addressee: Addressee;
  readonly lastYear: { readonly editionId: string; readonly report: Report } | null;
  readonly texts: readonly SectionText[];
}

/** How a report came to be filed. */
export type Way = Pick<Filing, 'draftVersion' | 'statement'>;

export const PLAIN: Way = { draftVersion: null, statement: null };

export interface ValidationResult extends Examination {
  readonly agencyId: string | null;
}

export interface SubmissionResult {
  readonly edition: EditionRow;
  readonly repeated: boolean;
}

/** Filing: parse, check, may it move, keep. Parsing and checking end before a transaction opens. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: Database,
    private readonly receiving: Receiving,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything a filing would say, keeping nothing. Open to everyone; last year's figures only to who may see them. */
  async validate(caller: Caller, input: ReportInput, signal: AbortSignal): Promise<ValidationResult | Refusal> {
    const original = await receiveOriginal(input);
    const arrival = isRefusal(original)
      ? original
      : await readArrival(input, original, (file) => this.receiving.read(file, { caller, signal }));
    if (isRefusal(arrival)) return arrival;
    const agencyId = input.agencyId ?? (await this.onlyNamesake(caller, arrival.report));
    const year = input.year ?? arrival.report.year;
    const context = agencyId === null || year === null ? null : await this.contextOf(caller, agencyId, year, arrival.report);
    if (isRefusal(context)) {
      if (input.agencyId != null) return context;
      return { ...examine(arrival.report, { year, filing: filingOf(arrival), lastYear: null, addressee: null }), agencyId };
    }
    const stranger = context === null || year === null ? null : refuseStranger(arrival.report, year, context.addressee);
    if (stranger !== null) return stranger;
    const lastYear = context?.lastYear?.report ?? null;
    const twins = context === null ? [] : await this.twinsOf(caller, context);
    const against = { year, filing: filingOf(arrival), lastYear, addressee: context?.addressee ?? null, twins };
    return { ...examine(arrival.report, against), agencyId };
  }

  /** Files a report of the caller's own agency. */
  async submit(caller: Caller, input: SubmitReportInput, way: Way = PLAIN, signal?: AbortSignal): Promise<SubmissionResult | Refusal> {
    const { agencyId, year } = input.report;
    if (agencyId == null || !isId(agencyId)) return REFUSALS.unknownAgency();
    if (year == null) return refuse('BAD_REQUEST', { zh: '请指明报告年度。', en: 'Say the report year.' });
    if ((input.idempotencyKey?.length ?? 1) > LONGEST_KEY) {
      return refuse('BAD_REQUEST', {
        zh: `幂等键不超过 ${LONGEST_KEY} 个字符。`,
        en: `An idempotency key has at most ${LONGEST_KEY} characters.`,
      });
    }
    const unreadable = refuseCharacters(textsOf(input));
    if (unreadable !== null) return unreadable;
    const filer = filerOf(caller, { agencyId, year }, this.clock());
    if (isRefusal(filer)) return filer.code === 'NOT_ALLOWED' ? this.refuseForeign(caller, agencyId) : filer;
    const original = await receiveOriginal(input.report);
    if (isRefusal(original)) return original;
    const arrival = await readArrival(input.report, original, (file) =>
      this.receiving.read(file, { caller, filing: true, ...(signal && { signal }) }),
    );
    const result = isRefusal(arrival) ? arrival : await this.judgeAndKeep(filer, { agencyId, year }, { ...input, ...way }, arrival);
    if (!isRefusal(result)) return result;
    const contentSha256 = isRefusal(arrival) ? null : contentHashOf(arrival.report);
    const arrived = { agencyId, year, receivedAt: this.clock(), contentSha256, document: original && named(original) };
    return receiptRefused(this.database, filer, arrived, result);
  }

  /** Files zeros in every cell of the form of the year, as stated. */
  async fileNil(caller: Caller, input: NilReturnInput): Promise<SubmissionResult | Refusal> {
    const { agencyId, year, narrative, statement, ...rest } = input;
    if (!isExplanation(statement)) {
      return refuse('NEEDS_STATEMENT', {
        zh: `零报告须书面说明本年度没有应统计事项（不少于 ${SHORTEST_EXPLANATION} 个字）。`,
        en: `A nil return says in words that nothing happened (at least ${SHORTEST_EXPLANATION} characters).`,
      });
    }
    const cells = (formInForce(year)?.grids ?? []).flatMap(cellsOf).map((cell) => ({ cell, text: '0' }));
    return this.submit(
      caller,
      { ...rest, report: { agencyId, year, cells, narrative } },
      { draftVersion: null, statement: statement.trim() },
    );
  }

  private async judgeAndKeep(
    caller: AccountCaller,
    { agencyId, year }: Owed,
    input: SubmitReportInput & Way,
    arrival: Arrival,
  ): Promise<SubmissionResult | Refusal> {
    const context = await this.contextOf(caller, agencyId, year, arrival.report);
    if (isRefusal(context)) return context;
    const { obligation, addressee, lastYear, texts } = context;
    const stranger = refuseStranger(arrival.report, year, addressee);
    if (stranger !== null) return stranger;
    const against = { year, filing: filingOf(arrival), lastYear: lastYear?.report ?? null, addressee };
    const examination = examine(arrival.report, against);
    const explanations = (input.explanations ?? []).map(({ code, cell, text }) => ({ code, cell: cell ?? null, text }));
    const open = refuseFindings(examination.findings, explanations);
    if (open !== null) return open;
    if (!isWhole(examination.report)) throw new Error('a report without a known form passed the rules');
    const content = contentOf(examination.report, examination.derived);
    const filing: Filing = {
      caller,
      obligation,
      addressee: addressee.name,
      content,
      contentSha256: hashContent(content),
      texts,
      document: arrival.document,
      findings: examination.findings,
      explanations,
      idempotencyKey: input.idempotencyKey ?? null,
      reasonClass: input.reasonClass ?? null,
      reason: input.reason?.trim() || null,
      statement: input.statement,
      draftVersion: input.draftVersion,
      lastYearId: lastYear?.editionId ?? null,
      now: this.clock(),
    };
    return this.database.write(caller, FILING, (stores) => keepFiling(stores, filing));
  }

  private contextOf(caller: Caller, agencyId: string, year: number, sent: Report): Promise<Context | Refusal> {
    if (!isId(agencyId)) return Promise.resolve(REFUSALS.unknownAgency());
    return this.database.read(
      caller,
      {
        organisations: OrganisationsStore,
        applicability: ApplicabilityStore,
        localRules: LocalRulesStore,
        reports: ReportsStore,
        editions: EditionsStore,
      },
      async ({ organisations, applicability, localRules, reports, editions }) => {
        const [agency] = await organisations.agencies([agencyId]);
        if (agency === undefined) return REFUSALS.unknownAgency();
        const obligation = await reports.ofAgencyYear(agencyId, year, this.clock());
        if (obligation === null) {
          return REFUSALS.noObligation(agency.name, year);
        }
        const before = await editions.standing(agencyId, year - 1);
        const namesakes = sent.agencyName === null ? [] : await namesakesOf(organisations, sent.agencyName, year);
        const facts = factsOf(obligation, await applicability.ofAgencies([agencyId]));
        const addressee = {
          id: agencyId,
          name: obligation.agencyName,
          namesakes,
          facts,
          localRules: rulesOf(await localRules.inForce(obligation.regionPath)),
        };
        const lastYear = before && { editionId: before.id, report: reportOfEdition(before, year - 1) };
        const texts = await comparableTexts(organisations, sent.narrative, obligation);
        return { obligation, addressee, lastYear, texts };
      },
    );
  }

  private twinsOf(caller: Caller, { obligation, texts }: Context): Promise<readonly Twin[]> {
    return this.database.read(caller, { sectionTexts: SectionTextsStore }, ({ sectionTexts }) =>
      sectionTexts.same(obligation.agencyId, obligation.year, texts),
    );
  }

  private async onlyNamesake(caller: Caller, report: Report): Promise<string | null> {
    const { agencyName, year } = report;
    if (agencyName === null) return null;
    const [agency, ...others] = await this.database.read(caller, { organisations: OrganisationsStore }, ({ organisations }) =>
      year === null ? organisations.agenciesNamed(agencyName) : namesakesOf(organisations, agencyName, year),
    );
    return agency === undefined || others.length > 0 ? null : agency.id;
  }

  private async refuseForeign(caller: Caller, agencyId: string): Promise<Refusal> {
    const [agency] = await this.database.read(caller, { organisations: OrganisationsStore }, ({ organisations }) =>
      organisations.agencies([agencyId]),
    );
    return agency === undefined ? REFUSALS.unknownAgency() : REFUSALS.notAllowed();
  }
}

function textsOf({ report, explanations, reason, idempotencyKey }: SubmitReportInput): readonly string[] {
  const explained = (explanations ?? []).flatMap(({ code, cell, text }) => [code, cell, text]);
  const said = [reason, idempotencyKey, ...explained, ...(report.narrative ?? []).map(({ text }) => text)];
  return said.filter((text) => typeof text === 'string');
}

function filingOf(arrival: Arrival): 'online' | 'document' {
  return arrival.document === null ? 'online' : 'document';
}

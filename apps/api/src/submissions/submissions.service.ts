import { Inject, Injectable } from '@nestjs/common';
import { formInForce } from '@gongkai/catalogue';
import type { NilReturnInput, ReportInput, SubmitReportInput } from '@gongkai/contract';
import { type Report, SHORTEST_EXPLANATION, cellsOf, isExplanation } from '@gongkai/model';
import { receiptRefused } from '../arrivals/receipt-refused';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import { type Grounds, JUDGING, type ReportToJudge, fetchGrounds, nothingKnown } from '../judging/fetch-grounds';
import { type JudgedReport, judge } from '../judging/judge';
import { refuseFindings, refuseStranger } from '../judging/refuse-report';
import { namesakesOf } from '../organisations/namesakes-of';
import { OrganisationsStore } from '../organisations/organisations.store';
import type { MendedReport } from '../drafts/draft-reading';
import type { ReceivedFile } from '../receiving/receive-file';
import { type KeptDocument, Receiving } from '../receiving/receiving';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { refuseCharacters } from '../requests/refuse-characters';
import { contentHashOf, contentOf, hashContent, isWhole } from '../reports/edition-content';
import type { EditionRow } from '../reports/editions.store';
import { type OwedReport, filerOf } from '../reports/filer-of';
import { FILING, type Filing, keepFiling } from './keep-filing';
import { notesToKeep } from './notes-to-keep';
import { type Arrival, named, readArrival, receiveOriginal } from '../receiving/read-arrival';
import { type ReportRow, ReportsStore } from '../reports/reports.store';

const LONGEST_KEY = 200;

interface Context {
  readonly obligation: ReportRow;
  readonly grounds: Grounds;
}

/** A file that was read before, with what was typed over it since. */
export interface MendedFile {
  readonly document: KeptDocument;
  readonly report: MendedReport | Refusal;
}

/** How a report came to be filed. */
type Way = Pick<Filing, 'draftVersion' | 'statement'> & { readonly mended: MendedFile | null };

export const WITHOUT_DRAFT: Way = { draftVersion: null, statement: null, mended: null };

/** A report on its way, with what was typed over its file. */
type TypedArrival = Arrival & Pick<MendedReport, 'typed'>;

export interface ValidationResult extends JudgedReport {
  readonly agencyId: string | null;
  readonly source: 'document' | 'typed';
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
    const sent = { report: arrival.report, filing: filingOf(arrival), toKeep: false };
    const context = agencyId === null || year === null ? null : await this.contextOf(caller, { agencyId, year }, sent);
    if (isRefusal(context) && input.agencyId != null) return context;
    const grounds = context === null || isRefusal(context) ? nothingKnown(year, sent.filing) : context.grounds;
    const stranger = refuseStranger(arrival.report, grounds);
    return stranger ?? { ...judge(arrival.report, grounds), agencyId, source: arrival.document === null ? 'typed' : 'document' };
  }

  /** Files a report of the caller's own agency. */
  async submit(
    caller: Caller,
    input: SubmitReportInput,
    way: Way = WITHOUT_DRAFT,
    signal?: AbortSignal,
  ): Promise<SubmissionResult | Refusal> {
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
    const arrival = way.mended === null ? await this.readSent(filer, input.report, original, signal) : arrivalOf(way.mended);
    const result = isRefusal(arrival) ? arrival : await this.judgeAndKeep(filer, { agencyId, year }, { ...input, ...way }, arrival);
    if (!isRefusal(result)) return result;
    const contentSha256 = isRefusal(arrival) ? null : contentHashOf(arrival.report, { typed: arrival.typed, notes: input.notes ?? [] });
    const arrived = {
      agencyId,
      year,
      receivedAt: this.clock(),
      contentSha256,
      document: (original && named(original)) ?? way.mended?.document ?? null,
    };
    return receiptRefused(this.database, filer, arrived, result);
  }

  private async readSent(
    caller: Caller,
    input: ReportInput,
    original: ReceivedFile | null,
    signal: AbortSignal | undefined,
  ): Promise<TypedArrival | Refusal> {
    const arrival = await readArrival(input, original, (file) =>
      this.receiving.read(file, { caller, filing: true, ...(signal && { signal }) }),
    );
    return isRefusal(arrival) ? arrival : { ...arrival, typed: new Map() };
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
      { ...WITHOUT_DRAFT, statement: statement.trim() },
    );
  }

  private async judgeAndKeep(
    caller: AccountCaller,
    owed: OwedReport,
    input: SubmitReportInput & Way,
    arrival: TypedArrival,
  ): Promise<SubmissionResult | Refusal> {
    const context = await this.contextOf(caller, owed, { report: arrival.report, filing: filingOf(arrival), toKeep: true });
    if (isRefusal(context)) return context;
    const { obligation, grounds } = context;
    const stranger = refuseStranger(arrival.report, grounds);
    if (stranger !== null) return stranger;
    const { report, findings, derived } = judge(arrival.report, grounds);
    const explanations = (input.explanations ?? []).map(({ code, cell, text }) => ({ code, cell: cell ?? null, text }));
    const open = refuseFindings(findings, explanations);
    if (open !== null) return open;
    const notes = notesToKeep(input.notes ?? [], report);
    if (isRefusal(notes)) return notes;
    if (!isWhole(report)) throw new Error('a report without a known form passed the rules');
    const content = contentOf(report, derived, { typed: arrival.typed, notes });
    const filing: Filing = {
      caller,
      obligation,
      addressee: obligation.agencyName,
      content,
      contentSha256: hashContent(content),
      texts: grounds.texts,
      document: arrival.document,
      findings,
      explanations,
      idempotencyKey: input.idempotencyKey ?? null,
      reasonClass: input.reasonClass ?? null,
      reason: input.reason?.trim() || null,
      statement: input.statement,
      draftVersion: input.draftVersion,
      lastYearId: grounds.lastYear?.editionId ?? null,
      now: this.clock(),
    };
    return this.database.write(caller, FILING, (stores) => keepFiling(stores, filing));
  }

  /** The obligation a report is filed under, and what it is held against. */
  private contextOf(caller: Caller, { agencyId, year }: OwedReport, sent: ReportToJudge): Promise<Context | Refusal> {
    if (!isId(agencyId)) return Promise.resolve(REFUSALS.unknownAgency());
    return this.database.read(caller, { reports: ReportsStore, ...JUDGING }, async (stores) => {
      const [agency] = await stores.organisations.agencies([agencyId]);
      if (agency === undefined) return REFUSALS.unknownAgency();
      const obligation = await stores.reports.ofAgencyYear(agencyId, year, this.clock());
      if (obligation === null) return REFUSALS.noObligation(agency.name, year);
      return { obligation, grounds: await fetchGrounds(stores, obligation, sent) };
    });
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

function textsOf({ report, explanations, notes, reason, idempotencyKey }: SubmitReportInput): readonly string[] {
  const explained = (explanations ?? []).flatMap(({ code, cell, text }) => [code, cell, text]);
  const noted = (notes ?? []).flatMap(({ on, text }) => [on, text]);
  const said = [reason, idempotencyKey, ...explained, ...noted, ...(report.narrative ?? []).map(({ text }) => text)];
  return said.filter((text) => typeof text === 'string');
}

function arrivalOf({ document, report }: MendedFile): TypedArrival | Refusal {
  return isRefusal(report) ? report : { report: report.report, document, typed: report.typed };
}

function filingOf(arrival: Arrival): 'online' | 'document' {
  return arrival.document === null ? 'online' : 'document';
}

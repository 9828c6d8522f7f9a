import { Inject, Injectable } from '@nestjs/common';
import type { ReadIntoDraftInput } from '@gongkai/contract';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import { JUDGING, fetchGrounds } from '../judging/fetch-grounds';
import { judge } from '../judging/judge';
import { refuseStranger } from '../judging/refuse-report';
import { type IncomingFile, receiveFile } from '../receiving/receive-file';
import { type ReadReport, Receiving } from '../receiving/receiving';
import { type OwedReport, clerkOf } from '../reports/filer-of';
import { ReportsStore } from '../reports/reports.store';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { changeDraft, noObligation } from './change-draft';
import { refuseSize } from './draft-content';
import { type DraftReading, contentOfReading, writeReading } from './draft-reading';
import { type DraftResult, draftResult } from './draft-result';

/** Taking a file into a draft: received and read as a filing is, by whoever works for the agency. */
@Injectable()
export class ReadIntoDraftService {
  constructor(
    private readonly database: Database,
    private readonly receiving: Receiving,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was typed before goes to the bin. Refused: what no filing takes, a file of another year or agency, another version than was read. */
  async read(caller: Caller, input: ReadIntoDraftInput, signal: AbortSignal): Promise<DraftResult | Refusal> {
    const clerk = clerkOf(caller, input.agencyId);
    if (isRefusal(clerk)) return clerk;
    if (input.file == null) return refuse('NOTHING_TO_FILE', { zh: '请上传一个文件。', en: 'Send a file.' });
    const file = await receiveFile(input.file as IncomingFile);
    if (isRefusal(file)) return file;
    const arrival = await this.receiving.read(file, { caller, filing: true, signal });
    if (isRefusal(arrival)) return arrival;
    const reading = await this.judgeFor(clerk, input, arrival);
    return isRefusal(reading) ? reading : this.keep(clerk, input, { ...arrival, reading });
  }

  /** What the file says and what is found in it, as it is. */
  private async judgeFor(clerk: AccountCaller, { agencyId, year }: OwedReport, { report }: ReadReport): Promise<DraftReading | Refusal> {
    const grounds = await this.database.read(clerk, { reports: ReportsStore, ...JUDGING }, async (stores) => {
      const obligation = await stores.reports.ofAgencyYear(agencyId, year, this.clock());
      if (obligation === null) return noObligation(stores, { agencyId, year });
      return fetchGrounds(stores, obligation, { report, filing: 'document', toKeep: false });
    });
    if (isRefusal(grounds)) return grounds;
    const stranger = refuseStranger(report, grounds);
    return stranger ?? { report, findings: judge(report, grounds).findings };
  }

  private keep(
    clerk: AccountCaller,
    input: ReadIntoDraftInput,
    { document, reading }: ReadReport & { readonly reading: DraftReading },
  ): Promise<DraftResult | Refusal> {
    return changeDraft({ database: this.database, now: this.clock() }, clerk, input, async ({ stores, obligation, owed, act }) => {
      const { drafts, draftFiles } = stores;
      const standing = await draftResult(stores, obligation);
      if (standing.version !== input.version) return REFUSALS.draftChanged();
      const content = refuseSize(contentOfReading(reading, standing.content));
      if (isRefusal(content)) return content;
      if (isAsRead(standing)) await drafts.remove(owed);
      else await drafts.throwAway(owed, act);
      const fileId = await draftFiles.keep({ ...owed, ...document, reading: writeReading(reading) }, act);
      await drafts.keep({ ...owed, version: standing.version + 1, content, fileId, typists: {} }, act);
      await drafts.forget();
      return draftResult(stores, obligation);
    });
  }
}

/** Nobody typed anything since it was read: who wants it again has the file. */
function isAsRead({ file, content }: DraftResult): boolean {
  return file !== null && JSON.stringify(contentOfReading(file.said, content)) === JSON.stringify(content);
}

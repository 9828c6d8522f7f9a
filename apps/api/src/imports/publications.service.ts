import { Inject, Injectable } from '@nestjs/common';
import type { PublishedReportInput } from '@gongkai/contract';
import type { Report } from '@gongkai/model';
import { disagreeingYears, yearsDisagreeMessage } from '@gongkai/rules';
import { CLOCK, type Clock } from '../config-token';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { OrganisationsStore } from '../organisations/organisations.store';
import { type IncomingFile, receiveFile } from '../receiving/receive-file';
import { Receiving } from '../receiving/receiving';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import type { EditionRow } from '../reports/editions.store';
import { KEEPING, keepPublication } from './keep-publication';
import { type Publication, SURROUNDINGS, judgePublication, surroundingsOf } from './publication';
import { readSource } from './publication-source';

/** A report that was published elsewhere, as it is kept. */
export interface KeptPublication {
  readonly edition: EditionRow;
  /** It was there before. */
  readonly repeated: boolean;
}

/** Keeping one report as it was printed and published elsewhere. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly receiving: Receiving,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async import(caller: Caller, input: PublishedReportInput, signal: AbortSignal): Promise<KeptPublication | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (caller.role !== 'supervisor' && caller.role !== 'administrator') return REFUSALS.notAllowed();
    const publication = await this.read(caller, input, signal);
    if (isRefusal(publication)) return publication;
    const now = this.clock();
    const surroundings = await this.database.read(caller, SURROUNDINGS, (stores) => surroundingsOf(stores, caller, publication, now));
    if (isRefusal(surroundings)) return surroundings;
    const judged = judgePublication(caller, publication, surroundings, now);
    if (isRefusal(judged)) return judged;
    return this.database.write(caller, KEEPING, (stores) => keepPublication(stores, judged));
  }

  private async read(caller: Caller, input: PublishedReportInput, signal: AbortSignal): Promise<Publication | Refusal> {
    const source = readSource(input.source, this.clock());
    if (isRefusal(source)) return source;
    if (input.file == null) return refuse('NOTHING_TO_FILE', { zh: '请上传一个文件。', en: 'Send a file.' });
    const file = await receiveFile(input.file as IncomingFile);
    if (isRefusal(file)) return file;
    const read = await this.receiving.read(file, { caller, signal });
    if (isRefusal(read)) return read;
    const years = input.year == null ? refuseYears(read.report) : null;
    if (years !== null) return years;
    const year = input.year ?? read.report.year;
    if (year === null) return refuseYearless();
    const agencyId = await this.agencyOf(caller, input.agencyId ?? null, read.report);
    if (isRefusal(agencyId)) return agencyId;
    const reason = input.reason?.trim();
    const amends = input.reasonClass && reason ? { reasonClass: input.reasonClass, reason } : null;
    return { ...read, year, agencyId, source, amends };
  }

  private async agencyOf(caller: Caller, given: string | null, { agencyName }: Report): Promise<string | Refusal> {
    if (given !== null) return isId(given) ? given : REFUSALS.unknownAgency();
    const named =
      agencyName === null
        ? []
        : await this.database.read(caller, { organisations: OrganisationsStore }, ({ organisations }) =>
            organisations.agenciesNamed(agencyName),
          );
    const [only, ...others] = named;
    if (only !== undefined && others.length === 0) return only.id;
    return refuse('UNKNOWN_AGENCY', {
      zh: `文件中的单位是“${agencyName ?? ''}”，找不到唯一对应的单位，请指明单位。`,
      en: `The file names “${agencyName ?? ''}”, which is not exactly one agency; say which it is.`,
    });
  }
}

export function refuseYearless(): Refusal {
  return refuse('UNKNOWN_YEAR', { zh: '文件没有写明报告年度，请指明年度。', en: 'The file says no report year; say which it is.' });
}

/** A report that names several years is brought in under none before a person has said which is right. */
export function refuseYears(report: Report): Refusal | null {
  const years = disagreeingYears(report);
  if (years.length === 0) return null;
  const told = yearsDisagreeMessage(years);
  return refuse('YEARS_DISAGREE', { zh: `${told.zh}请指明年度。`, en: `${told.en} Say which it is.` });
}

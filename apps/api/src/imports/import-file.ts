import { Logger } from '@nestjs/common';
import type { Report } from '@gongkai/model';
import { Unclean } from '../receiving/scanner';
import type { AccountCaller } from '../database/caller';
import type { Database } from '../database/database';
import { isPassing } from '../database/is-passing';
import type { StoresOf } from '../database/named-stores';
import type { ReadReport, Receiving } from '../receiving/receiving';
import { type Refusal, isRefusal, refuse } from '../requests/refusal';
import { ImportsStore, type JobRow, type OpenFile, type Outcome } from './imports.store';
import { KEEPING, keepPublication } from './keep-publication';
import { matchAgency } from './match-agency';
import { type JudgedPublication, SURROUNDINGS, judgePublication, surroundingsOf } from './publication';
import { refuseYearless, refuseYears } from './publications.service';
import { stackOf } from '../stack-of';

const log = new Logger('imports');

/** One import as it is worked on: who does it, for which job, from when on. */
export interface Work {
  readonly database: Database;
  readonly caller: AccountCaller;
  readonly job: JobRow;
  readonly now: Date;
  readonly receiving: Receiving;
}

/** A file as it was read, or why it was not. */
export interface ReadFile {
  readonly file: OpenFile;
  readonly read: ReadReport | Refusal;
}

const NOTHING: Outcome = {
  result: 'refused',
  editionId: null,
  repeated: false,
  agencyId: null,
  year: null,
  printedName: null,
  candidates: [],
  code: null,
  message: null,
};

/** Scans a file of the import and reads it in a worker; stands in line where all of them are busy. Throws where the scanner is down: it comes again. */
export async function readFile({ database, caller, job, receiving }: Work, file: OpenFile): Promise<ReadFile> {
  const content = await database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.content(job.id, file.ordinal));
  // Somebody else was there first; settling sees it too.
  if (content === null) return { file, read: refuse('EMPTY_FILE', { zh: '文件是空的。', en: 'The file is empty.' }) };
  // The archive was scanned as it came; a scanner may have passed over what it holds.
  const unclean = await receiving.refuseUnclean(content);
  if (unclean !== null) return { file, read: unclean };
  const name = file.name.split('/').at(-1) ?? file.name;
  return { file, read: await receiving.read({ name, content }, { caller, patient: true }) };
}

/**
 * Writes down what becomes of a file, with the edition if one is kept: both or neither, and once. A fault costs the one file, as long as the
 * database can still be told so; what passes by itself, as a scanner that is down, is thrown, and the file comes again.
 */
export async function settleFile(work: Work, file: OpenFile, reading: Promise<ReadFile>): Promise<void> {
  try {
    await settle(work, await reading);
  } catch (fault) {
    if (fault instanceof Unclean || isPassing(fault)) throw fault;
    log.error({ import: work.job.id, file: file.ordinal, fault: stackOf(fault) });
    const message = {
      zh: '平台处理这个文件时出错，已记录，可以再次导入。',
      en: 'The platform failed on this file, which is logged; it can be imported again.',
    };
    await settle(work, { file, read: refuse('FAULT', message) });
  }
}

async function settle(work: Work, { file, read }: ReadFile): Promise<void> {
  const decided = isRefusal(read) ? refused(read) : await decide(work, file, read);
  await work.database.write(work.caller, { imports: ImportsStore, ...KEEPING }, async (stores) => {
    if (!(await stores.imports.hold(work.job.id, file.ordinal, null))) return;
    const outcome = 'keep' in decided ? await keep(stores, work, { file, ...decided }) : decided;
    await stores.imports.settle(work.job.id, file.ordinal, outcome);
  });
}

/** Whose report a person says a file is, and of which year where the file's own years disagree. */
export interface Answer {
  readonly agencyId: string;
  readonly year: number | null;
}

/** Keeps a doubtful file as the report a person said it is; false where somebody else answered first. */
export async function settleDoubt(work: Work, { file, read }: ReadFile, answer: Answer): Promise<Refusal | boolean> {
  if (isRefusal(read)) return read;
  const { agencyId } = answer;
  const disagreeing = answer.year === null ? refuseYears(read.report) : null;
  if (disagreeing !== null) return disagreeing;
  const year = answer.year ?? read.report.year ?? work.job.year;
  if (year === null) return refuseYearless();
  const judged = await judgeFor(work, read, { agencyId, year });
  if (isRefusal(judged)) return judged;
  return work.database.write(work.caller, { imports: ImportsStore, ...KEEPING }, async (stores) => {
    if (!(await stores.imports.hold(work.job.id, file.ordinal, 'doubtful'))) return false;
    const named = { agencyId, year, printedName: read.report.agencyName };
    const outcome = await keep(stores, work, { file, keep: judged, named });
    if (outcome.code !== null && outcome.message !== null) return refuse(outcome.code, outcome.message);
    await stores.imports.settle(work.job.id, file.ordinal, outcome);
    return true;
  });
}

/** What a person said belongs to nobody. */
export function setAside(doubtful: Outcome): Outcome {
  const message = { zh: '经人工确认，不是任何单位的报告。', en: "A person said that it is no agency's report." };
  return { ...doubtful, result: 'refused', code: 'SET_ASIDE', message };
}

type Read = Exclude<ReadFile['read'], Refusal>;
type Named = Pick<Outcome, 'agencyId' | 'year' | 'printedName'>;
interface ToKeep {
  readonly keep: JudgedPublication;
  readonly named: Named & { readonly agencyId: string; readonly year: number };
}

async function decide(work: Work, file: OpenFile, read: Read): Promise<Outcome | ToKeep> {
  const { job, caller, database } = work;
  const printedName = read.report.agencyName;
  const year = read.report.year ?? job.year;
  const years = refuseYears(read.report);
  if (year === null && years === null) return refused(refuseYearless(), { agencyId: null, year, printedName });
  const names = await database.read(caller, { imports: ImportsStore }, ({ imports }) =>
    imports.namesIn(job.regionId, year ?? latestYear(read.report.years)),
  );
  const match = matchAgency(printedName, file.name, names);
  const candidates = 'candidates' in match ? match.candidates : [match.agencyId];
  if ('candidates' in match || years !== null || year === null) return { ...NOTHING, ...doubtOf(years), year, printedName, candidates };
  const named = { agencyId: match.agencyId, year, printedName };
  const judged = await judgeFor(work, read, named);
  return isRefusal(judged) ? refused(judged, named) : { keep: judged, named };
}

function doubtOf(years: Refusal | null): Pick<Outcome, 'result' | 'code' | 'message'> {
  return { result: 'doubtful', code: years?.code ?? null, message: years?.message ?? null };
}

/** The latest year a report names, to look for its agency in. */
function latestYear(years: Report['years'] = []): number {
  return Math.max(...years.flatMap(({ year }) => (year === null ? [] : [year])));
}

async function judgeFor(
  { database, caller, job, now }: Work,
  read: Read,
  whose: { readonly agencyId: string; readonly year: number },
): Promise<JudgedPublication | Refusal> {
  const publication = { ...read, ...whose, source: job.source, amends: null };
  const surroundings = await database.read(caller, SURROUNDINGS, (stores) => surroundingsOf(stores, caller, publication, now));
  return isRefusal(surroundings) ? surroundings : judgePublication(caller, publication, surroundings, now);
}

async function keep(
  stores: StoresOf<typeof KEEPING & { imports: typeof ImportsStore }>,
  { job }: Work,
  { file, keep: judged, named }: ToKeep & { readonly file: OpenFile },
): Promise<Outcome> {
  const kept = await keepPublication(stores, judged);
  if (!isRefusal(kept)) return { ...NOTHING, ...named, result: 'kept', editionId: kept.edition.id, repeated: kept.repeated };
  if (kept.code !== 'NEEDS_REASON' || !(await stores.imports.broughtBefore(job.id, file.ordinal, named.agencyId, named.year)))
    return refused(kept, named);
  return refused(refuseSecond(), named);
}

function refused({ code, message }: Refusal, named: Named = { agencyId: null, year: null, printedName: null }): Outcome {
  return { ...NOTHING, ...named, code, message };
}

function refuseSecond(): Refusal {
  return refuse('ALREADY_IMPORTED', {
    zh: '本次导入中另一个文件是同一单位同一年度的报告，内容不同；如应以本文件为准，请单独导入并说明原因。',
    en: 'Another file of this import is the report of the same agency and year, with other content; where this one is right, import it for itself with the reason.',
  });
}

import { Inject, Injectable } from '@nestjs/common';
import type { StartImportInput } from '@gongkai/contract';
import { ARCHIVE_LIMITS } from '@gongkai/parsers';
import { Unclean } from '../receiving/scanner';
import { CLOCK, type Clock } from '../config-token';
import type { AccountCaller, Caller } from '../database/caller';
import { Database } from '../database/database';
import { OrganisationsStore } from '../organisations/organisations.store';
import { Queue } from '../queue/queue';
import { QueueStore } from '../queue/queue.store';
import { type IncomingFile, type ReceivedFile, receiveFile } from '../receiving/receive-file';
import { Receiving } from '../receiving/receiving';
import { isId } from '../requests/is-id';
import { type Page, type PageAsked, boundsOf, pageOf } from '../requests/page';
import { REFUSALS, type Refusal, isRefusal, refuse } from '../requests/refusal';
import { type Answer, type ReadFile, readFile, setAside, settleDoubt } from './import-file';
import { type ImportResult, ImportsStore, type JobRow, type OutcomeRow } from './imports.store';
import { readSource } from './publication-source';

const MOST_FILES = 100;
const MEGABYTE = 1024 * 1024;
/** How often somebody who watches is told, in milliseconds. */
const TOLD_EVERY = 300;

/** Imports of many files: begun here, worked through by the queue, looked at and answered here. */
@Injectable()
export class ImportJobsService {
  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly receiving: Receiving,
  ) {}

  /** Keeps what was sent and puts it into the queue, in one transaction; reads nothing of it yet. */
  async start(caller: Caller, input: StartImportInput): Promise<JobRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    const source = readSource(input.source, this.clock());
    if (isRefusal(source)) return source;
    const refusal = (await this.refuseRegion(caller, input.regionId)) ?? refuseCount(input.files.length);
    if (refusal !== null) return refusal;
    const uploads = await receiveAll(input.files as readonly IncomingFile[]);
    if (isRefusal(uploads)) return uploads;
    const job = { regionId: input.regionId, year: input.year ?? null, source, startedBy: caller.accountId, startedAt: this.clock() };
    const started = await this.database.write(caller, { imports: ImportsStore, queue: QueueStore }, async ({ imports, queue }) => {
      const id = await imports.start(job);
      for (const [index, upload] of uploads.entries()) await imports.addUpload(id, index + 1, upload);
      await queue.send('imports', id);
      return imports.job(id);
    });
    if (started === null) throw new Error('an import just begun cannot be read');
    this.queue.wake('imports');
    return started;
  }

  job(caller: Caller, id: string): Promise<JobRow | null> {
    return isId(id) ? this.database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.job(id)) : Promise.resolve(null);
  }

  async jobs(caller: Caller, asked: PageAsked): Promise<Page<JobRow>> {
    const bounds = boundsOf(asked);
    const rows = await this.database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.jobs(bounds));
    const [first] = rows;
    return pageOf(rows, first === undefined ? 0 : first.jobs, bounds);
  }

  async outcomes(caller: Caller, jobId: string, results: readonly ImportResult[] | null, asked: PageAsked): Promise<Page<OutcomeRow>> {
    const bounds = boundsOf(asked);
    const rows = await this.database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.outcomes(jobId, results, bounds));
    const [first] = rows;
    return pageOf(rows, first === undefined ? 0 : first.total, bounds);
  }

  /** The import now and whenever it got further, until it has ended; throws nothing and gives nothing to who may not see it. */
  async *watch(caller: Caller, id: string): AsyncGenerator<JobRow, void, undefined> {
    let told = '';
    for (;;) {
      const job = await this.job(caller, id);
      if (job === null) return;
      const now = JSON.stringify(job);
      if (now !== told) yield job;
      told = now;
      if (job.state === 'ended' || this.queue.closing) return;
      await new Promise((resolve) => setTimeout(resolve, TOLD_EVERY));
    }
  }

  /** A person says whose report a doubtful file is and of which year, or that it is nobody's (null). */
  async resolve(caller: Caller, jobId: string, file: number, answer: Answer | null): Promise<OutcomeRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    const job = await this.job(caller, jobId);
    const doubtful =
      job === null ? null : await this.database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.outcome(jobId, file));
    if (job === null || doubtful?.result !== 'doubtful') return unknownImport();
    if (answer !== null && !isId(answer.agencyId)) return REFUSALS.unknownAgency();
    const work = { database: this.database, caller, job, now: this.clock(), receiving: this.receiving };
    const done =
      answer === null
        ? await this.database.write(caller, { imports: ImportsStore }, async ({ imports }) => {
            const held = await imports.hold(jobId, file, 'doubtful');
            if (held) await imports.settle(jobId, file, setAside(doubtful));
            return held;
          })
        : await settleDoubt(work, await readFile(work, doubtful).catch(uncleanAs(doubtful)), answer);
    if (isRefusal(done)) return done;
    if (!done) return unknownImport();
    const outcome = await this.database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.outcome(jobId, file));
    return outcome ?? unknownImport();
  }

  private async refuseRegion(caller: AccountCaller, regionId: string): Promise<Refusal | null> {
    if (caller.role !== 'supervisor' && caller.role !== 'administrator') return REFUSALS.notAllowed();
    const path = isId(regionId)
      ? await this.database.read(caller, { organisations: OrganisationsStore }, ({ organisations }) => organisations.pathOf(regionId))
      : [];
    if (path.length === 0) return REFUSALS.unknownRegion();
    const within = caller.role === 'administrator' || (caller.regionId !== null && path.includes(caller.regionId));
    return within ? null : REFUSALS.notAllowed();
  }
}

/** A person who waits is told that the scanner is down; the queue tries again. */
function uncleanAs(file: OutcomeRow): (fault: unknown) => ReadFile {
  return (fault) => {
    if (fault instanceof Unclean) return { file, read: fault.refusal };
    throw fault;
  };
}

async function receiveAll(files: readonly IncomingFile[]): Promise<readonly ReceivedFile[] | Refusal> {
  const received: ReceivedFile[] = [];
  let left = ARCHIVE_LIMITS.megabytes * MEGABYTE;
  for (const file of files) {
    const one = await receiveFile(file, left / MEGABYTE);
    if (isRefusal(one)) return one.code === 'FILE_TOO_LARGE' ? tooMuch() : one;
    left -= one.content.byteLength;
    received.push(one);
  }
  return received;
}

function tooMuch(): Refusal {
  return refuse('FILE_TOO_LARGE', {
    zh: `一次导入的文件合计不超过 ${ARCHIVE_LIMITS.megabytes} MB，请分批导入。`,
    en: `An import takes ${ARCHIVE_LIMITS.megabytes} MB in all; send it in parts.`,
  });
}

function refuseCount(files: number): Refusal | null {
  if (files >= 1 && files <= MOST_FILES) return null;
  return refuse('BAD_REQUEST', {
    zh: `一次上传 1 至 ${MOST_FILES} 个文件，更多的文件请打成压缩包。`,
    en: `Send 1 to ${MOST_FILES} files; put more of them into an archive.`,
  });
}

function unknownImport(): Refusal {
  return refuse('UNKNOWN_IMPORT', {
    zh: '没有这个导入，或者这个文件不需要确认。',
    en: 'There is no such import, or this file of it needs no answer.',
  });
}

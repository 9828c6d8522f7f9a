import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { ArchiveOutcome } from '@gongkai/parsers';
import { AccountsStore, callerOfAccount } from '../accounts/accounts.store';
import { CLOCK, type Clock } from '../config-token';
import { type AccountCaller, SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { Queue } from '../queue/queue';
import { QueueStore } from '../queue/queue.store';
import { Receiving } from '../receiving/receiving';
import { type Work, readFile, settleFile } from './import-file';
import { ImportsStore, type JobRow, leaseOf } from './imports.store';
import { readAhead } from './read-ahead';
import { unpackUploads } from './unpack-uploads';

/** Files until another import has its turn. */
const SLICE = 100;
/** Read at once. */
const AT_ONCE = 2;

/**
 * Works through imports, file after file in their order, as the account that started them. Every file is settled in a transaction of its own,
 * so that a program that is killed goes on where it was; several that work on one import settle each file once.
 */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap {
  private readonly log = new Logger('imports');

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly receiving: Receiving,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('imports', {
      atOnce: 1,
      left: () => this.database.read(SYSTEM, { imports: ImportsStore }, ({ imports }) => imports.leftAlone()),
      work: async (ids) => {
        for (const id of ids) await this.work(id);
      },
    });
  }

  /** A slice of an import, by one program at a time; what is left of it has its turn again. */
  private async work(id: string): Promise<void> {
    const ended = await this.queue.alone(leaseOf(id), () => this.goOn(id));
    if (ended === false && !this.queue.closing)
      await this.database.write(SYSTEM, { queue: QueueStore }, ({ queue }) => queue.send('imports', id));
  }

  /** True where nothing is left to do. */
  private async goOn(id: string): Promise<boolean> {
    const job = await this.database.read(SYSTEM, { imports: ImportsStore }, ({ imports }) => imports.job(id));
    if (job === null || job.state === 'ended') return true;
    const caller = await this.starterOf(job);
    if (caller === null) {
      this.log.warn(`import ${id} waits: the account that started it is disabled`);
      return true;
    }
    const work = { database: this.database, caller, job, now: this.clock(), receiving: this.receiving };
    if (job.state === 'waiting') await unpack(work);
    const isThrough = await this.isThrough(work);
    if (isThrough) await this.end(work);
    return isThrough;
  }

  private async starterOf({ startedBy }: JobRow): Promise<AccountCaller | null> {
    const account = await this.database.read(SYSTEM, { accounts: AccountsStore }, ({ accounts }) => accounts.enabled(startedBy));
    return account === null ? null : callerOfAccount(account);
  }

  /** A slice of the files that are open; true when none is left. */
  private async isThrough(work: Work): Promise<boolean> {
    const { caller, job } = work;
    const files = await this.database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.open(job.id, SLICE));
    for (const { item, result } of readAhead(files, AT_ONCE, (file) => readFile(work, file))) {
      await settleFile(work, item, result);
      if (this.queue.closing) return false;
    }
    return files.length < SLICE;
  }

  private async end({ caller, job }: Work): Promise<void> {
    await this.database.write(caller, { imports: ImportsStore, queue: QueueStore }, async ({ imports, queue }) => {
      if (await imports.leave(job.id, 'running', 'ended', this.clock())) await queue.send('outbox', `import:${job.id}`);
    });
  }
}

async function unpack({ database, caller, job, now, receiving }: Work): Promise<void> {
  const uploads = await database.read(caller, { imports: ImportsStore }, ({ imports }) => imports.uploads(job.id));
  const open = (archive: Uint8Array): Promise<ArchiveOutcome> => receiving.unpack(archive, { caller, patient: true });
  const files = await unpackUploads(uploads, open);
  await database.write(caller, { imports: ImportsStore }, async ({ imports }) => {
    if (!(await imports.leave(job.id, 'waiting', 'running', now))) return;
    for (const file of files) await imports.addFile(job.id, file);
    await imports.dropUploads(job.id);
  });
}

import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AuditStore } from '../audit/audit.store';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { stackOf } from '../stack-of';
import { readAnchors } from './anchors';
import { RecordStore } from './record.store';
import { isProved, verifyRecord } from './verify-record';

const LOOKED_EVERY_MS = 600_000;

/** Proves the record again after so many hours, by one api for all; what came of it stands in the trail, and in the log where something differs. */
@Injectable()
export class RegularProof implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('record');
  private timer: NodeJS.Timeout | undefined;
  private ending = false;
  private proving: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.proveHours === null) return;
    const hours = this.config.proveHours;
    this.timer = setInterval(() => {
      this.proving = this.proving
        .then(() => this.proveWhereDue(hours))
        .catch((fault: unknown) => {
          if (!this.ending) this.log.error({ fault: stackOf(fault) });
        });
    }, LOOKED_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending = true;
    clearInterval(this.timer);
    await this.proving;
  }

  private async proveWhereDue(hours: number): Promise<void> {
    if (!(await this.database.write(SYSTEM, { record: RecordStore }, ({ record }) => record.beginProof(hours)))) return;
    const { file } = this.config.anchors;
    const verdict = await verifyRecord((work) => this.database.read(SYSTEM, { record: RecordStore }, ({ record }) => work(record)), {
      from: null,
      anchors: file === null ? null : await readAnchors(file),
      reached: () => {
        if (this.ending) throw new Error('the program ends');
      },
    });
    if (!isProved(verdict)) this.log.error({ verdict, words: 'the record is not what it was: run verify record' });
    const { differs, ...counts } = verdict;
    await this.database.write(SYSTEM, { audit: AuditStore }, ({ audit }) =>
      audit.note('record.proved', 'record', { ...counts, first: differs[0] ?? null }),
    );
  }
}

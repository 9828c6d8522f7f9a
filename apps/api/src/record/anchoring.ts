import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config';
import { CLOCK, CONFIG, type Clock } from '../config-token';
import { SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { stackOf } from '../stack-of';
import { type AnchorPlace, anchorFile, anchorWebhook } from './anchor-places';
import { anchorOf } from './anchors';
import { type ChainHead, RecordStore } from './record.store';

const LOOKED_EVERY_MS = 5_000;
const MINUTE = 60_000;

interface Anchored {
  readonly place: AnchorPlace;
  /** What it was given last, and when; null before the first. */
  last: { readonly head: ChainHead; readonly at: number } | null;
}

/**
 * Writes the head of the trail's chain down outside: at the start, after so many minutes in which something was added, and after so many entries. What a
 * place does not take is offered again at the next look. A head that was given away and is gone from the chain is said at every look.
 */
@Injectable()
export class Anchoring implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('anchors');
  private readonly places: readonly Anchored[];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const { file, webhook } = config.anchors;
    const places = [...(file === null ? [] : [anchorFile(file)]), ...(webhook === null ? [] : [anchorWebhook(webhook)])];
    this.places = places.map((place) => ({ place, last: null }));
  }

  onApplicationBootstrap(): void {
    if (this.places.length === 0) return;
    this.look();
    this.timer = setInterval(() => this.look(), LOOKED_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private look(): void {
    this.looking = this.looking.then(() => this.anchor()).catch((fault: unknown) => this.log.error({ fault: stackOf(fault) }));
  }

  private async anchor(): Promise<void> {
    const given = this.places.flatMap(({ last }) => (last === null ? [] : [last.head]));
    const { head, lost } = await this.database.read(SYSTEM, { record: RecordStore }, async ({ record }) => ({
      head: await record.head(),
      lost: given.length === 0 ? [] : await record.lost(given),
    }));
    if (lost.length > 0) this.log.error({ lost, words: 'the chain of the trail was cut or rewritten: an anchored head is not in it' });
    if (head === null) return;
    for (const anchored of this.places) if (this.isDue(anchored, head)) await this.give(anchored, head);
  }

  private isDue({ last }: Anchored, head: ChainHead): boolean {
    if (last === null) return true;
    const added = Number(BigInt(head.sequence) - BigInt(last.head.sequence));
    return added >= this.config.anchors.entries || (added > 0 && this.clock().getTime() - last.at >= this.config.anchors.minutes * MINUTE);
  }

  private async give(anchored: Anchored, head: ChainHead): Promise<void> {
    const now = this.clock();
    try {
      await anchored.place.keep(anchorOf(head, now));
      anchored.last = { head, at: now.getTime() };
    } catch (fault) {
      this.log.error({ place: anchored.place.name, fault: stackOf(fault) });
    }
  }
}

/** The time of the database as it was heard once. */
interface Hearing {
  /** Milliseconds of the monotonic clock at which it was so late. */
  readonly at: number;
  readonly time: number;
  /** How far it may be wrong: half of what asking took. */
  readonly uncertain: number;
}

/** A better hearing may say that it is a little earlier than was told: then the clock waits, in milliseconds at most. */
const MOST_WAITED = 1_000;

/** So much wrong an hour-old hearing may have become, as a share: ordinary clocks run apart by less. */
const DRIFT = 1e-4;

/**
 * The moment now by the clock of the database, which all programs share: what several of them write down bears one time, whatever their own clocks
 * say. Between two hearings it goes on by the monotonic clock, which nobody sets.
 */
export class DatabaseClock {
  private heard: Hearing | null = null;
  private told = 0;

  /** `asked` and `answered` by the monotonic clock. A hearing that took long does not replace a better one it agrees with. */
  hear(time: Date, asked: number, answered: number): void {
    const next = { at: (asked + answered) / 2, time: time.getTime(), uncertain: (answered - asked) / 2 };
    const { heard } = this;
    if (heard !== null && next.uncertain > uncertaintyAt(heard, next.at) && agree(heard, next)) return;
    this.heard = next;
  }

  /** Throws before the database was heard for the first time. */
  now(): Date {
    if (this.heard === null) throw new Error('the time of the database is not known yet');
    const time = timeAt(this.heard, performance.now());
    const waits = time < this.told && this.told - time <= MOST_WAITED;
    if (!waits) this.told = time;
    return new Date(this.told);
  }
}

const timeAt = ({ at, time }: Hearing, moment: number): number => time + moment - at;
const uncertaintyAt = ({ at, uncertain }: Hearing, moment: number): number => uncertain + (moment - at) * DRIFT;

function agree(heard: Hearing, next: Hearing): boolean {
  return Math.abs(timeAt(heard, next.at) - next.time) <= uncertaintyAt(heard, next.at) + next.uncertain;
}

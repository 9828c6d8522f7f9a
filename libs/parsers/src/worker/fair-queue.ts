/** For whom a place is asked; a signal ends what nobody waits for any more, and rejects. */
export interface Turn {
  /** Askers have their turns one after the other. */
  readonly from?: string;
  /** Waits however long the line is, and takes no room in it from others: for work that nobody waits for in person. */
  readonly patient?: boolean;
  readonly signal?: AbortSignal | undefined;
}

interface Waiting {
  readonly patient: boolean;
  readonly begin: () => void;
}

/**
 * A line before so many places. Askers have their turn one after the other, however many works each of them has in line, and none may fill more
 * than half of it.
 */
export class FairQueue {
  private readonly lines = new Map<string, Waiting[]>();
  private running = 0;
  /** Of the line, without the patient. */
  private length = 0;

  /** `waiting`: how many stand in line at most. */
  constructor(
    private readonly places: number,
    private readonly waiting = Infinity,
  ) {}

  /** Waits for a place, which `leave` gives back; false where the line is full. Rejects with the reason of the signal: who hangs up leaves the line. */
  async enter({ from = '', patient = false, signal }: Turn = {}): Promise<boolean> {
    signal?.throwIfAborted();
    if (this.running < this.places) {
      this.running += 1;
      return true;
    }
    const line = this.lines.get(from) ?? [];
    const own = line.filter((one) => !one.patient).length;
    if (!patient && (this.length >= this.waiting || own >= Math.ceil(this.waiting / 2))) return false;
    await this.stand(from, patient, signal);
    return true;
  }

  leave(): void {
    const next = this.lines.entries().next();
    if (next.done === true) {
      this.running -= 1;
      return;
    }
    const [from, line] = next.value;
    const [first, ...others] = line;
    // Whoever has had a turn stands behind all others.
    this.put(from, others);
    this.shorten(first);
    first?.begin();
  }

  private stand(from: string, patient: boolean, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const hangUp = (): void => {
        this.put(from, this.lines.get(from)?.filter((other) => other !== one) ?? []);
        this.shorten(one);
        reject(signal?.reason as Error);
      };
      const one: Waiting = {
        patient,
        begin: (): void => {
          signal?.removeEventListener('abort', hangUp);
          resolve();
        },
      };
      signal?.addEventListener('abort', hangUp, { once: true });
      this.lines.set(from, [...(this.lines.get(from) ?? []), one]);
      if (!patient) this.length += 1;
    });
  }

  private shorten(left: Waiting | undefined): void {
    if (left?.patient === false) this.length -= 1;
  }

  private put(from: string, line: Waiting[]): void {
    this.lines.delete(from);
    if (line.length > 0) this.lines.set(from, line);
  }
}

interface Waiting {
  readonly begin: () => void;
}

/**
 * A line before so many places. Askers have their turn one after the other, however many works each of them has in line, and none may fill more
 * than half of it.
 */
export class FairQueue {
  private readonly lines = new Map<string, Waiting[]>();
  private running = 0;
  private length = 0;

  /** `waiting`: how many stand in line at most. */
  constructor(
    private readonly places: number,
    private readonly waiting = Infinity,
  ) {}

  /** Waits for a place, which `leave` gives back; false where the line is full. Rejects with the reason of the signal: who hangs up leaves the line. */
  async enter(from = '', signal?: AbortSignal): Promise<boolean> {
    signal?.throwIfAborted();
    if (this.running < this.places) {
      this.running += 1;
      return true;
    }
    const line = this.lines.get(from) ?? [];
    if (this.length >= this.waiting || line.length >= Math.ceil(this.waiting / 2)) return false;
    await this.stand(from, line, signal);
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
    this.length -= 1;
    first?.begin();
  }

  private stand(from: string, line: readonly Waiting[], signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const hangUp = (): void => {
        this.put(from, this.lines.get(from)?.filter((other) => other !== one) ?? []);
        this.length -= 1;
        reject(signal?.reason as Error);
      };
      const one = {
        begin: (): void => {
          signal?.removeEventListener('abort', hangUp);
          resolve();
        },
      };
      signal?.addEventListener('abort', hangUp, { once: true });
      this.lines.set(from, [...line, one]);
      this.length += 1;
    });
  }

  private put(from: string, line: Waiting[]): void {
    this.lines.delete(from);
    if (line.length > 0) this.lines.set(from, line);
  }
}

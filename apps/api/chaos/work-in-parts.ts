/** Work that is let go part after part, so that something is under way whenever something is to go wrong. */
export class WorkInParts {
  private released = 0;
  private readonly waiting: { readonly number: number; readonly go: () => void }[] = [];

  constructor(
    /** Pieces of work, numbered from 0. */
    readonly pieces: number,
    private readonly parts: number,
  ) {}

  /** Lets one more part go. */
  letGo(): void {
    this.released += 1;
    const most = this.endOf(this.released);
    for (const { number, go } of this.waiting) if (number < most) go();
  }

  until(number: number): Promise<void> {
    return new Promise((go) => {
      if (number < this.endOf(this.released)) go();
      else this.waiting.push({ number, go });
    });
  }

  /** How many pieces so many parts have. */
  endOf(parts: number): number {
    return Math.floor((this.pieces * parts) / this.parts);
  }
}

/** How often each thing was met. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(what: string, times = 1): void {
    const before = this.counts.get(what);
    this.counts.set(what, before === undefined ? times : before + times);
  }

  addAll(other: Tally): void {
    for (const [what, times] of other.counts) this.add(what, times);
  }

  /** The most frequent first. */
  entries(): readonly (readonly [string, number])[] {
    return [...this.counts].sort((left, right) => right[1] - left[1]);
  }
}

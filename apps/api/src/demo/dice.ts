/** Numbers that look thrown and are the same every time for the same seed. Only additions, products and shifts, so that no platform differs. */
export interface DemoDice {
  /** From 0 to below 1. */
  readonly roll: () => number;
  /** From `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** How many of `tries` come true that each have this chance. */
  readonly hits: (tries: number, chance: number) => number;
  /** An index, drawn by weight. */
  readonly pick: (weights: readonly number[]) => number;
}

/** Dice of their own for every agency and year: adding one agency changes the figures of no other. */
export function diceFor(seed: string): DemoDice {
  let state = 2166136261;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 1), 16777619);
  /** Mulberry32 (Tommy Ettinger, public domain). */
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1));
  const hits = (tries: number, chance: number): number => Array.from({ length: tries }, () => roll() < chance).filter(Boolean).length;
  const pick = (weights: readonly number[]): number => {
    const point = roll() * weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    const found = weights.findIndex((weight) => (passed += weight) > point);
    return found === -1 ? weights.length - 1 : found;
  };
  return { roll, between, hits, pick };
}

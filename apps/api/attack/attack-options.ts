/** What the words of the command ask for: `--seconds 5 --connections 4 --only NAME --bare`, or `--ids 100000 --seed 1`. */
export interface AttackOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Part of the names of the attacks to run; null: all. */
  readonly only: string | null;
  /** Without the demo city, which takes a minute. */
  readonly bare: boolean;
  /** How many requests with random ids to make instead; null: none. */
  readonly ids: number | null;
  readonly seed: number;
}

export function readAttackOptions(words: readonly string[]): AttackOptions {
  const said = (name: string): string | null => {
    const at = words.indexOf(`--${name}`);
    return at < 0 ? null : (words[at + 1] ?? null);
  };
  return {
    seconds: Number(said('seconds') ?? '5'),
    connections: Number(said('connections') ?? '4'),
    only: said('only'),
    bare: words.includes('--bare'),
    ids: said('ids') === null ? null : Number(said('ids')),
    seed: Number(said('seed') ?? '1'),
  };
}

/** What the words of the command ask for: `--seconds 5 --connections 4 --only NAME --bare`. */
export interface AttackOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Part of the names of the attacks to run; null: all. */
  readonly only: string | null;
  /** Without the demo city, which takes a minute. */
  readonly bare: boolean;
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
  };
}

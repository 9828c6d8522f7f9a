import path from 'node:path';

export const BENCH_ROOT = path.resolve(__dirname, '../../../..');
export const RIVALS = path.join(BENCH_ROOT, 'apps/api/bench/rivals');

export interface Options {
  /** Reports, ascending. */
  readonly sizes: readonly number[];
  /** Of each run of requests per second. */
  readonly seconds: number;
  /** Requests in a row of each kind where latencies are compared. */
  readonly rounds: number;
  /** Where the databases stay between runs. */
  readonly folder: string;
  /** Whether docs/performance.md is written, or only printed. */
  readonly write: boolean;
}

const SIZES = '1000,100000,1000000';

/** Words of the command as they are told: where databases are kept is of no interest elsewhere. */
export function toldWords(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !word.startsWith('--folder') && words[at - 1] !== '--folder');
}

/** `--sizes 1000,100000 --seconds 5 --rounds 200 --folder .data/bench --print` */
export function readOptions(words: readonly string[]): Options {
  const option = (name: string, otherwise: string): string => {
    const inline = words.find((word) => word.startsWith(`--${name}=`));
    if (inline !== undefined) return inline.slice(name.length + 3);
    const at = words.indexOf(`--${name}`);
    return at < 0 ? otherwise : (words[at + 1] ?? otherwise);
  };
  const sizes = option('sizes', SIZES)
    .split(',')
    .map(Number)
    .sort((a, b) => a - b);
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 700)) throw new Error('--sizes are whole numbers of reports from 700');
  return {
    sizes,
    seconds: Number(option('seconds', '5')),
    rounds: Number(option('rounds', '200')),
    folder: path.resolve(BENCH_ROOT, option('folder', '.data/bench')),
    write: !words.includes('--print'),
  };
}

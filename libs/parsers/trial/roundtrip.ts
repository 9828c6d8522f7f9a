import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TrialVerdict } from './compare-report';
import { numberOption, option } from './options';
import { anyTrial, goRound, TRIAL_FORMATS } from './round-trip';

// nx run parsers:roundtrip [--reports 1000] [--seed 30] [--format html] [--keep folder]
const [reports, seed] = [numberOption('reports', 1000), numberOption('seed', 30)];
const [only, keep] = [option('format'), option('keep')];
const VERDICTS: readonly TrialVerdict[] = ['equal', 'refused', 'doubted', 'wrong'];
const EXAMPLES = 3;

type Count = Record<TrialVerdict, number>;

async function run(): Promise<void> {
  const counts = new Map<string, Count>();
  let examples = 0;
  const trials = fc.sample(anyTrial, { seed, numRuns: reports });
  for (const [index, trial] of trials.entries()) {
    for (const format of TRIAL_FORMATS.filter(({ name }) => only === undefined || name === only)) {
      const layout = format.layouts[index % format.layouts.length] as string;
      const { verdict, differences, bytes } = await goRound(trial, format, layout);
      const line = `${format.name} ${layout}`;
      const count = counts.get(line) ?? { equal: 0, refused: 0, doubted: 0, wrong: 0 };
      counts.set(line, { ...count, [verdict]: count[verdict] + 1 });
      if (verdict === 'equal') continue;
      if (keep !== undefined) keepFile(join(keep, `${verdict}-${format.name}-${layout}-${index}`), bytes, differences);
      if (verdict === 'wrong' && (examples += 1) <= EXAMPLES) console.log(`${line} #${index}:\n  ${differences.slice(0, 6).join('\n  ')}`);
    }
  }
  print(counts);
  if ([...counts.values()].some(({ wrong }) => wrong > 0)) process.exitCode = 1;
}

function keepFile(path: string, bytes: Uint8Array, differences: readonly string[]): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  writeFileSync(`${path}.txt`, differences.join('\n'));
}

function print(counts: ReadonlyMap<string, Count>): void {
  console.log(`${reports} reports, seed ${seed}`);
  console.log(['format layout'.padEnd(24), ...VERDICTS.map((verdict) => verdict.padStart(8))].join(''));
  for (const [line, count] of [...counts].sort(([left], [right]) => left.localeCompare(right))) {
    console.log([line.padEnd(24), ...VERDICTS.map((verdict) => String(count[verdict]).padStart(8))].join(''));
  }
}

void run();

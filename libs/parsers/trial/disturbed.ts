import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DISTURBANCES } from './disturb-layout';
import { numberOption, option } from './options';
import { anyTrial, goDisturbed, TRIAL_FORMATS } from './round-trip';
import { Tally } from './tally';

// nx run parsers:disturbed [--reports 1000] [--seed 30] [--format html] [--kind heads_lost] [--keep folder]
const [reports, seed] = [numberOption('reports', 1000), numberOption('seed', 30)];
const [only, keep, kind] = [option('format'), option('keep'), option('kind')];
const EXAMPLES = 3;

async function run(): Promise<void> {
  const tallies = new Map<string, Tally>();
  let wrong = 0;
  for (const [index, trial] of fc.sample(anyTrial, { seed, numRuns: reports }).entries()) {
    const disturbance =
      DISTURBANCES.find((one) => one === kind) ?? (DISTURBANCES[index % DISTURBANCES.length] as (typeof DISTURBANCES)[number]);
    for (const format of TRIAL_FORMATS.filter(({ name }) => only === undefined || name === only)) {
      const layout = format.layouts[Math.floor(index / DISTURBANCES.length) % format.layouts.length] as string;
      const { verdict, differences, bytes } = await goDisturbed(trial, format, layout, disturbance);
      const line = `${disturbance} ${format.name}`;
      const tally = tallies.get(line) ?? new Tally();
      tally.add(verdict);
      tallies.set(line, tally);
      if (verdict === 'wrong' && (wrong += 1) <= EXAMPLES)
        console.log(`${line} ${layout} #${index}:\n  ${differences.slice(0, 6).join('\n  ')}`);
      if (keep !== undefined && verdict !== 'equal') {
        mkdirSync(keep, { recursive: true });
        writeFileSync(join(keep, `${verdict}-${disturbance}-${format.name}-${layout}-${index}`), bytes);
      }
    }
  }
  for (const [line, tally] of [...tallies].sort(([left], [right]) => left.localeCompare(right)))
    console.log(line.padEnd(28), tally.entries().map(([what, times]) => `${what} ${times}`).join(', ')); // prettier-ignore
  if (wrong > 0) process.exitCode = 1;
}

void run();

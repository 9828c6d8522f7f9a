import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DAMAGES, NEEDS_SPANS } from './damage-page';
import { numberOption, option } from './options';
import { anyTrial, goDamaged, TRIAL_FORMATS } from './round-trip';
import { Tally } from './tally';

// nx run parsers:damage [--reports 1000] [--seed 30] [--format html] [--keep folder]
const [reports, seed] = [numberOption('reports', 1000), numberOption('seed', 30)];
const [only, keep, kind] = [option('format'), option('keep'), option('damage')];

async function run(): Promise<void> {
  const tallies = new Map(DAMAGES.map((damage) => [damage, new Tally()]));
  for (const [index, trial] of fc.sample(anyTrial, { seed, numRuns: reports }).entries()) {
    for (const format of TRIAL_FORMATS.filter(({ name }) => only === undefined || name === only)) {
      const damage = DAMAGES.find((one) => one === kind) ?? (DAMAGES[index % DAMAGES.length] as (typeof DAMAGES)[number]);
      const layout = format.layouts[Math.floor(index / DAMAGES.length) % format.layouts.length] as string;
      if (!format.spans && NEEDS_SPANS.includes(damage)) continue;
      const { judgement, differences, bytes } = await goDamaged(trial, format, layout, damage);
      tallies.get(damage)?.add(judgement);
      if (keep === undefined || judgement === 'sound' || judgement === 'refused') continue;
      mkdirSync(keep, { recursive: true });
      const path = join(keep, `${judgement}-${damage}-${format.name}-${layout}-${index}`);
      writeFileSync(path, bytes);
      writeFileSync(`${path}.txt`, differences.join('\n'));
    }
  }
  for (const [damage, tally] of tallies)
    console.log(
      damage.padEnd(20),
      tally
        .entries()
        .map(([what, times]) => `${what} ${times}`)
        .join(', '),
    );
}

void run();

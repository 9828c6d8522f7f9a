import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '@gongkai/parsers/worker';
import { fuzzReader, type FuzzFailure } from './fuzz-reader';
import { FUZZED_FORMATS, type FuzzedFormat } from './mutate-file';
import { numberOption, option } from './options';
import { KNOWLEDGE } from './round-trip';
import { seedFiles } from './seed-files';

// nx run parsers:fuzz [--files 10000] [--seed 0] [--format docx] [--keep folder]
const [files, seed] = [numberOption('files', 10_000), numberOption('seed', 0)];
const [only, keep] = [option('format'), option('keep')];
const LIMITS = { seconds: 5, megabytes: 512, threads: 2 };
/** More than this from the middle to the end of a format's files is growth and not a cache being filled. */
const MOST_GROWTH = 200;

const megabytes = (): number => Math.round(process.memoryUsage().rss / 1024 / 1024);

async function run(): Promise<void> {
  const seeds = await seedFiles();
  for (const format of FUZZED_FORMATS.filter((one) => only === undefined || one === only)) {
    if (seeds[format].length === 0) console.log(`${format}: no files to damage`);
    else await fuzzFormat(format, seeds[format]);
  }
}

async function fuzzFormat(format: FuzzedFormat, seeds: readonly Uint8Array[]): Promise<void> {
  const reader = openReader(KNOWLEDGE, LIMITS);
  const [half, end] = [seed + Math.floor(files / 2), seed + files];
  const since = performance.now();
  const memory = [megabytes()];
  const first = await fuzzReader(reader, { format, seeds, from: seed, to: half });
  memory.push(megabytes());
  const second = await fuzzReader(reader, { format, seeds, from: half, to: end });
  memory.push(megabytes());
  await reader.close();
  first.outcomes.addAll(second.outcomes);
  const failures = [...first.failures, ...second.failures];
  console.log(`${format}: ${files} files from ${seeds.length} seeds in ${Math.round((performance.now() - since) / 1000)} s`);
  for (const [code, count] of first.outcomes.entries()) {
    console.log(`  ${code.split('\n')[0]?.slice(0, 100).padEnd(24)} ${count}`);
  }
  console.log(`  rss ${memory.join(' → ')} MB`);
  const [, middle = 0, last = 0] = memory;
  if (failures.length > 0 || last - middle > MOST_GROWTH) process.exitCode = 1;
  for (const failure of failures) keepFailure(format, failure);
}

function keepFailure(format: FuzzedFormat, { seed: from, what, bytes }: FuzzFailure): void {
  console.log(`  failed with seed ${from}: ${what.slice(0, 600)}`);
  if (keep === undefined) return;
  mkdirSync(keep, { recursive: true });
  writeFileSync(join(keep, `${format}-${from}`), bytes);
}

void run();

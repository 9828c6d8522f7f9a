import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { FUZZED_FORMATS, type FuzzedFormat } from './mutate-file';
import { anyTrial, trialPageOf, TRIAL_FORMATS } from './round-trip';

const ENDINGS: Readonly<Record<string, FuzzedFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.txt': 'text',
  '.md': 'text',
  '.csv': 'csv',
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.pdf': 'pdf',
  '.doc': 'doc',
};
const GENERATED = 4;

/** The folder of the workspace, from `libs/parsers/trial` or from its `dist`. */
export function workspace(): string {
  const up = ['../../..', '../../../..'].map((path) => join(__dirname, path));
  const root = up.find((path) => existsSync(join(path, 'nx.json')));
  if (root === undefined) throw new Error('the workspace was not found');
  return root;
}

/** Files to damage or to time: the fixtures, reports beside the checkout if there are any, and some written here. */
export async function seedFiles(): Promise<Readonly<Record<FuzzedFormat, readonly Uint8Array[]>>> {
  const files = Object.fromEntries(FUZZED_FORMATS.map((format) => [format, [] as Uint8Array[]])) as Record<FuzzedFormat, Uint8Array[]>;
  for (const folder of ['test/reports/accepted', 'test/reports/returned', '../shared/reports']) addFolder(files, join(workspace(), folder));
  for (const trial of fc.sample(anyTrial, { seed: 4, numRuns: GENERATED })) {
    for (const format of TRIAL_FORMATS) {
      const layout = format.layouts[trial.seed % format.layouts.length] as string;
      files[format.name as FuzzedFormat].push(await format.write(trialPageOf(trial, format), layout, trial.seed));
    }
  }
  return files;
}

function addFolder(files: Record<FuzzedFormat, Uint8Array[]>, folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const format = ENDINGS[extname(name)];
    if (format) files[format].push(Uint8Array.from(readFileSync(join(folder, name))));
  }
}

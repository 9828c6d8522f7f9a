import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Workbook } from 'exceljs';
import { load } from 'cheerio';
import { parseReport } from '@gongkai/parsers';
import type { FuzzedFormat } from './mutate-file';
import { numberOption, option } from './options';
import { KNOWLEDGE } from './round-trip';
import { seedFiles } from './seed-files';

// nx run parsers:bench [--rounds 15] [--format docx]: reading beside the bare conversion of the same files, in the same run
const rounds = numberOption('rounds', 15);
const only = option('format');
const MOST_FILES = 4;

type Reading = (bytes: Uint8Array) => Promise<unknown> | unknown;

/** What a library does with the bytes before anyone looks for a report in them, and how much longer all of it may take. */
const BARE: Partial<Record<FuzzedFormat, { readonly with: string; readonly read: Reading; readonly most: number }>> = {
  html: { with: 'cheerio.load', read: (bytes) => load(new TextDecoder().decode(bytes)), most: 3 },
  docx: { with: 'mammoth.convertToHtml', read: convertWord, most: 1.5 },
  xlsx: { with: 'exceljs load', read: (bytes) => new Workbook().xlsx.load(Uint8Array.from(bytes).buffer), most: 1.5 },
  pdf: { with: 'pdfjs getTextContent', read: extractText, most: 1.5 },
};

async function convertWord(bytes: Uint8Array): Promise<unknown> {
  const mammoth = await import('mammoth');
  return mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
}

async function extractText(bytes: Uint8Array): Promise<void> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = pdfjs.getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const file = await loading.promise;
  for (let number = 1; number <= file.numPages; number += 1) await (await file.getPage(number)).getTextContent();
  await loading.destroy();
}

setFlagsFromString('--expose-gc');
const clearAway = runInNewContext('gc') as () => void;

/** Of one file, in ms. Each turn begins on a swept heap, so that neither side pays for what the other leaves behind. */
async function timeOf(read: Reading, files: readonly Uint8Array[]): Promise<number> {
  clearAway();
  const since = performance.now();
  for (const bytes of files) await read(bytes);
  return (performance.now() - since) / files.length;
}

const ours: Reading = (bytes) => parseReport({ bytes, fileName: 'report', ...KNOWLEDGE });
const median = (times: readonly number[]): number => [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] as number;

/** One round to warm up, then turn by turn, so that whatever else the machine does strikes both alike. */
async function timeFormat(format: FuzzedFormat, files: readonly Uint8Array[]): Promise<void> {
  const bare = BARE[format];
  const times: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [own, other] = [await timeOf(ours, files), bare ? await timeOf(bare.read, files) : 1];
    if (round === 0) continue;
    times.ours.push(own);
    times.bare.push(other);
  }
  const [own, other] = [median(times.ours), median(times.bare)];
  const size = Math.round(files.reduce((sum, { length }) => sum + length, 0) / files.length / 1024);
  const line = `${format.padEnd(6)}${String(files.length).padStart(3)} files of ${size} kB: ${own.toFixed(1)} ms, ${(1000 / own).toFixed(0)} reports/s`;
  if (!bare) console.log(line);
  else console.log(`${line}; ${bare.with} ${other.toFixed(1)} ms: ratio ${(own / other).toFixed(2)} (at most ${bare.most})`);
}

async function run(): Promise<void> {
  const seeds = await seedFiles();
  for (const [format, files] of Object.entries(seeds) as [FuzzedFormat, readonly Uint8Array[]][]) {
    if (only !== undefined && format !== only) continue;
    const read = await Promise.all(files.map((bytes) => parseReport({ bytes, fileName: 'report', ...KNOWLEDGE })));
    const reports = files.filter((_, index) => read[index]?.ok === true);
    const largest = [...reports].sort((left, right) => right.length - left.length).slice(0, MOST_FILES);
    if (largest.length > 0) await timeFormat(format, largest);
    else console.log(`${format}: no report to read`);
  }
}

void run();

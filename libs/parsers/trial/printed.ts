import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compareReport, type TrialVerdict } from './compare-report';
import { numberOption, option } from './options';
import { PRINTED_LINES, printHtml, type PrintedLines } from './print-page';
import { PRINTED_TROUBLES, troubledPage, type PrintedTrouble } from './print-troubles';
import { printedGlyphs } from './printed-glyphs';
import { anyTrial, readBack } from './round-trip';

// nx run parsers:printed [--reports 200] [--seed 30] [--lines none] [--trouble unseen] [--keep folder]: tables with few lines, printed by Chromium after
// whatever befalls them, and read back
const [reports, seed, from] = [numberOption('reports', 200), numberOption('seed', 30), numberOption('from', 0)];
const [only, trouble, keep] = [option('lines'), option('trouble'), option('keep')];
const VERDICTS: readonly TrialVerdict[] = ['equal', 'refused', 'doubted', 'wrong'];
const AT_ONCE = 2;

interface Count {
  readonly reports: Record<TrialVerdict, number>;
  cells: number;
  read: number;
}

const counts = new Map<string, Count>();
const trials = fc.sample(anyTrial, { seed, numRuns: reports });
let next = from;

async function work(): Promise<void> {
  while (next < trials.length) {
    const index = (next += 1) - 1;
    const trial = trials[index] as (typeof trials)[number];
    const lines = (only ?? PRINTED_LINES[index % PRINTED_LINES.length]) as PrintedLines;
    const met = (trouble ?? PRINTED_TROUBLES[Math.floor(index / PRINTED_LINES.length) % PRINTED_TROUBLES.length]) as PrintedTrouble;
    const { html, report } = troubledPage(trial, lines, met);
    const bytes = await printHtml(html);
    const outcome = await readBack(bytes);
    const { verdict, differences } = compareReport(report, outcome, printedGlyphs);
    const read = new Map(outcome.ok ? outcome.report.readings.map((reading) => [reading.cell, reading]) : []);
    for (const line of [lines, met]) {
      const count = counts.get(line) ?? { reports: { equal: 0, refused: 0, doubted: 0, wrong: 0 }, cells: 0, read: 0 };
      counts.set(line, count);
      count.reports[verdict] += 1;
      count.cells += report.figures.size;
      count.read += [...report.figures.keys()].filter((cell) => read.get(cell)?.place).length;
    }
    if (verdict === 'wrong') console.log(`${lines} ${met} #${index}:\n  ${differences.slice(0, 6).join('\n  ')}`);
    if (verdict !== 'equal' && keep !== undefined) keepFile(join(keep, `${verdict}-${lines}-${met}-${index}`), bytes, html, differences);
  }
}

function keepFile(path: string, bytes: Uint8Array, html: string, differences: readonly string[]): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(`${path}.pdf`, bytes);
  writeFileSync(`${path}.html`, html);
  writeFileSync(`${path}.txt`, differences.join('\n'));
}

async function run(): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${reports} reports, seed ${seed}`);
  console.log([''.padEnd(20), ...VERDICTS.map((verdict) => verdict.padStart(8)), '   cells read'].join(''));
  for (const [lines, count] of counts) {
    const numbers = VERDICTS.map((verdict) => String(count.reports[verdict]).padStart(8));
    console.log([lines.padEnd(20), ...numbers, `   ${count.read} of ${count.cells}`].join(''));
  }
  if ([...counts.values()].some((count) => count.reports.wrong > 0)) process.exitCode = 1;
}

void run();

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compareReport } from './compare-report';
import { layOutPage } from './lay-out-page';
import { numberOption, option } from './options';
import { pageHtml, printHtml } from './print-page';
import { withPlainFigures } from './plain-figures';
import { printedGlyphs } from './printed-glyphs';
import { anyTrial, readBack } from './round-trip';
import { Tally } from './tally';

// nx run parsers:page-ends [--seed 30] [--reports 1] [--from 0] [--step 9] [--to 520] [--keep folder]: ruled reports, printed by Chromium with
// room above that grows in steps of so many pixels, so that every part of their tables meets the end of a page
const [seed, reports] = [numberOption('seed', 30), numberOption('reports', 1)];
const [from, step, to] = [numberOption('from', 0), numberOption('step', 9), numberOption('to', 520)];
const keep = option('keep');
const AT_ONCE = 2;

const tally = new Tally();
const trials = fc.sample(anyTrial, { seed, numRuns: reports });
const places = trials.flatMap((_, trial) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (__, at) => ({ trial, room: from + at * step })),
);

async function work(): Promise<void> {
  for (let place = places.pop(); place; place = places.pop()) {
    const { report: drawn, style, seed: own } = trials[place.trial] as (typeof trials)[number];
    const report = withPlainFigures(drawn);
    const page = layOutPage(report, { wording: { ...style.wording, noise: 'none' }, tables: { ...style.tables, breakAfter: 0 } }, true);
    const html = pageHtml(page, 'all', own).replace('<body>', `<body><div style="height: ${place.room}px"></div>`);
    const bytes = await printHtml(html);
    const { verdict, differences } = compareReport(report, await readBack(bytes), printedGlyphs);
    tally.add(verdict);
    if (verdict !== 'equal') console.log(`#${place.trial} ${place.room}px ${verdict}: ${differences.slice(0, 3).join('; ')}`);
    if (verdict === 'wrong') process.exitCode = 1;
    if (keep === undefined) continue;
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${place.trial}-${place.room}-${verdict}.pdf`), bytes);
  }
}

async function run(): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(
    tally
      .entries()
      .map(([what, times]) => `${what} ${times}`)
      .join(', '),
  );
}

void run();

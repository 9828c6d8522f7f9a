import { Dice } from './dice';
import { disturbLayout, type Disturbance } from './disturb-layout';
import { layOutPage } from './lay-out-page';
import { pageHtml, type PrintedLines } from './print-page';
import { withSums, type Trial } from './round-trip';
import type { TrialReport } from './trial-report';

/** What a printed report goes through: nothing, text that nobody sees beside its figures, or a disturbance that keeps every figure. */
export const PRINTED_TROUBLES = [
  'untroubled',
  'untroubled',
  'unseen',
  'heads_lost',
  'heads_reworded',
  'total_head_missing',
  'suits_turned',
  'four_as_tables',
] as const satisfies readonly (Disturbance | 'untroubled' | 'unseen')[];
export type PrintedTrouble = (typeof PRINTED_TROUBLES)[number];

/** How text is printed so that no reader of the page sees it. */
const UNSEEN = [
  'color: #fff',
  'color: rgba(0, 0, 0, 0)',
  'opacity: 0',
  'color: #fff; font-size: 2px',
  'position: absolute; left: -400px',
  'position: absolute; clip-path: inset(50%)',
];
const FIGURE = /(<td class="figure"[^>]*>)(.*?)(<\/td>)/g;
const ONCE_IN = 6;

/** The page to be printed, and the report that must be read from it. */
export function troubledPage(
  trial: Trial,
  lines: PrintedLines,
  trouble: PrintedTrouble,
): { readonly html: string; readonly report: TrialReport } {
  const { style, seed } = trial;
  const isDisturbed = trouble !== 'untroubled' && trouble !== 'unseen';
  const report = isDisturbed ? withSums(trial.report) : trial.report;
  const page = layOutPage(report, style, true);
  const html = pageHtml(isDisturbed ? disturbLayout(page, trouble, new Dice(seed)) : page, lines, seed);
  return { report, html: trouble === 'unseen' ? withUnseen(html, new Dice(seed)) : html };
}

/** Digits that would make other figures of those they stand beside. */
function withUnseen(html: string, dice: Dice): string {
  return html.replace(FIGURE, (whole: string, open: string, text: string, close: string) => {
    if (!dice.once(ONCE_IN)) return whole;
    const unseen = `<span style="${dice.pick(UNSEEN)}">${dice.roll(99) + 1}</span>`;
    return open + (dice.once(2) ? unseen + text : text + unseen) + close;
  });
}

import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { parseReport, type ParseOutcome, type ReaderKnowledge } from '@gongkai/parsers';
import fc, { type Arbitrary } from 'fast-check';
import { anyReport } from './any-report';
import { compareReport, type Comparison } from './compare-report';
import { damagePage, type Damage } from './damage-page';
import { Dice } from './dice';
import { disturbLayout, type Disturbance } from './disturb-layout';
import { judgeDamage, type Judgement } from './judge-damage';
import { anyPageStyle, layOutPage, type PageStyle } from './lay-out-page';
import { lostNumbers } from './lost-numbers';
import type { TrialPage } from './page';
import type { TrialReport } from './trial-report';
import { CSV_LAYOUTS, writeCsvPage } from './write-csv';
import { DOCX_LAYOUTS, writeDocx } from './write-docx';
import { HTML_LAYOUTS, writeHtml } from './write-html';
import { TEXT_LAYOUTS, writeText } from './write-text';
import { XLSX_LAYOUTS, writeXlsx } from './write-xlsx';

export const KNOWLEDGE: ReaderKnowledge = { forms: FORMS, cells: CELLS, declared: DECLARED };

/** What became of a damaged report, with the file for whoever looks into it. */
interface Judged {
  readonly judgement: Judgement;
  readonly differences: readonly string[];
  readonly bytes: Uint8Array;
}

export interface Trial {
  readonly report: TrialReport;
  readonly style: PageStyle;
  /** Draws the layout of each format and what its markup looks like. */
  readonly seed: number;
}

export const anyTrial: Arbitrary<Trial> = fc.record({ report: anyReport, style: anyPageStyle, seed: fc.nat() });

/** A format and the layouts it is written in. */
export interface TrialFormat {
  readonly name: string;
  readonly layouts: readonly string[];
  /** Whether a line can be broken inside a cell. */
  readonly breaks: boolean;
  /** Whether merged cells stay visible. */
  readonly spans: boolean;
  /** Whether every place of a grid holds a cell: one that is gone looks like a blank at the end of its row. */
  readonly grid: boolean;
  /** `seed` draws what the layout leaves open. */
  readonly write: (page: TrialPage, layout: string, seed: number) => Uint8Array | Promise<Uint8Array>;
}

export const TRIAL_FORMATS: readonly TrialFormat[] = [
  format('html', HTML_LAYOUTS, writeHtml),
  { ...format('text', TEXT_LAYOUTS, writeText), breaks: false, spans: false },
  { ...format('csv', CSV_LAYOUTS, writeCsvPage), spans: false, grid: true },
  format('docx', DOCX_LAYOUTS, writeDocx),
  { ...format('xlsx', XLSX_LAYOUTS, writeXlsx), grid: true },
];

function format<Layout extends string>(
  name: string,
  layouts: readonly Layout[],
  write: (page: TrialPage, layout: Layout, seed: number) => Uint8Array | Promise<Uint8Array>,
): TrialFormat {
  return { name, layouts, breaks: true, spans: true, grid: false, write: (page, layout, seed) => write(page, layout as Layout, seed) };
}

export function trialPageOf({ report, style }: Trial, { breaks }: TrialFormat): TrialPage {
  return layOutPage(report, style, breaks);
}

export async function readBack(bytes: Uint8Array): Promise<ParseOutcome> {
  return parseReport({ bytes, fileName: 'report', ...KNOWLEDGE });
}

/** Writes a report with one of its tables damaged, reads it back and judges. */
export async function goDamaged(trial: Trial, format: TrialFormat, layout: string, damage: Damage): Promise<Judged> {
  const page = damagePage(trialPageOf(trial, format), damage, new Dice(trial.seed));
  const bytes = await format.write(page, layout, trial.seed);
  return { ...judgeDamage(page, await readBack(bytes)), bytes };
}

/** Writes a report, reads it back and compares. */
export async function goRound(trial: Trial, format: TrialFormat, layout: string): Promise<Comparison & { readonly bytes: Uint8Array }> {
  const bytes = await format.write(trialPageOf(trial, format), layout, trial.seed);
  return { ...compareReport(trial.report, await readBack(bytes)), bytes };
}

/** As `goRound` with the tables gone through a disturbance that keeps every figure: none may be lost without a word. */
export async function goDisturbed(
  trial: Trial,
  format: TrialFormat,
  layout: string,
  disturbance: Disturbance,
): Promise<Comparison & { readonly bytes: Uint8Array }> {
  const report = withSums(trial.report);
  const page = disturbLayout(trialPageOf({ ...trial, report }, format), disturbance, new Dice(trial.seed));
  const bytes = await format.write(page, layout, trial.seed);
  const outcome = await readBack(bytes);
  const { verdict, differences } = compareReport(report, outcome);
  const lost = outcome.ok ? lostNumbers(page, outcome.report) : [];
  return { verdict: lost.length > 0 ? 'wrong' : verdict, differences: [...lost.map((number) => `lost ${number}`), ...differences], bytes };
}

/** With the totals of the rows of section three as the sums of their parts. */
export function withSums(report: TrialReport): TrialReport {
  const figures = new Map(report.figures);
  const totals = [...figures.keys()].filter((cell) => cell.startsWith('s3/') && cell.endsWith('/total'));
  for (const total of totals) {
    const row = total.slice(0, -'total'.length);
    const parts = [...report.figures].filter(([cell]) => cell.startsWith(row) && cell !== total);
    const amount = parts.reduce((sum, [, figure]) => sum + (figure.amount === null ? 0n : figure.amount), 0n);
    figures.set(total, { raw: String(amount), state: 'number', amount, unit: 'request', doubt: null, value: Number(amount) });
  }
  return { ...report, figures };
}

import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { parseReport, type ReaderKnowledge } from '@gongkai/parsers';
import fc, { type Arbitrary } from 'fast-check';
import { anyReport } from './any-report';
import { compareReport, type Comparison } from './compare-report';
import { anyPageStyle, layOutPage, type PageStyle } from './lay-out-page';
import type { TrialReport } from './trial-report';
import { CSV_LAYOUTS, writeCsv } from './write-csv';
import { DOCX_LAYOUTS, writeDocx } from './write-docx';
import { HTML_LAYOUTS, writeHtml } from './write-html';
import { TEXT_LAYOUTS, writeText } from './write-text';
import { XLSX_LAYOUTS, writeXlsx } from './write-xlsx';

export const KNOWLEDGE: ReaderKnowledge = { forms: FORMS, cells: CELLS, declared: DECLARED };

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
  readonly write: (trial: Trial, layout: string) => Uint8Array | Promise<Uint8Array>;
}

export const TRIAL_FORMATS: readonly TrialFormat[] = [
  format('html', HTML_LAYOUTS, ({ report, style, seed }, layout) => writeHtml(layOutPage(report, style, true), layout, seed)),
  format('text', TEXT_LAYOUTS, ({ report, style }, layout) => writeText(layOutPage(report, style, false), layout)),
  format('csv', CSV_LAYOUTS, ({ report, style }, layout) => writeCsv(layOutPage(report, style, true), layout)),
  format('docx', DOCX_LAYOUTS, ({ report, style, seed }, layout) => writeDocx(layOutPage(report, style, true), layout, seed)),
  format('xlsx', XLSX_LAYOUTS, ({ report, style }, layout) => writeXlsx(layOutPage(report, style, true), layout)),
];

function format<Layout extends string>(
  name: string,
  layouts: readonly Layout[],
  write: (trial: Trial, layout: Layout) => Uint8Array | Promise<Uint8Array>,
): TrialFormat {
  return { name, layouts, write: (trial, layout) => write(trial, layout as Layout) };
}

/** Writes a report, reads it back and compares. */
export async function goRound(
  trial: Trial,
  { name, write }: TrialFormat,
  layout: string,
): Promise<Comparison & { readonly bytes: Uint8Array }> {
  const bytes = await write(trial, layout);
  const outcome = await parseReport({ bytes, fileName: `report.${name}`, ...KNOWLEDGE });
  return { ...compareReport(trial.report, outcome), bytes };
}

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Dice } from './dice';
import type { TrialPage, PageBlock, PageCell, PageRow } from './page';

/** Which lines the tables of a printed page have. */
export const PRINTED_LINES = ['none', 'horizontal', 'vertical', 'heads', 'all'] as const;
export type PrintedLines = (typeof PRINTED_LINES)[number];

const BORDERS: Readonly<Record<PrintedLines, string>> = {
  none: '',
  all: 'td { border: 1px solid }',
  horizontal: 'td { border-top: 1px solid; border-bottom: 1px solid }',
  vertical: 'td { border-left: 1px solid; border-right: 1px solid }',
  heads: 'table { border-top: 2px solid; border-bottom: 2px solid } tr:first-child td { border-bottom: 1px solid }',
};
const FONTS = ['Noto Sans CJK SC', 'Noto Serif CJK SC', 'Noto Sans Mono CJK SC', 'Noto Sans CJK TC'];

/** A page as HTML whose tables have lines of one direction or none, in one of many fonts, sizes, widths and alignments. */
export function pageHtml(page: TrialPage, lines: PrintedLines, seed: number): string {
  const dice = new Dice(seed);
  const style = [
    `@page { size: A4 ${dice.pick(['portrait', 'landscape', 'landscape'])}; margin: 18mm 15mm }`,
    `body { font-family: "${dice.pick(FONTS)}"; font-size: ${dice.pick([11, 12, 14])}px; line-height: ${dice.pick([1.3, 1.5, 1.8])} }`,
    `p { margin: ${dice.pick([2, 6, 10])}px 0; text-indent: 2em } h1, h2 { text-indent: 0 } h1 { font-size: 20px; text-align: center } h2 { font-size: 15px }`,
    `table { border-collapse: collapse; width: 100%; margin: 6px 0; font-size: ${dice.pick([9, 10, 11, 12])}px; line-height: ${dice.pick([1.2, 1.4, 1.6])} }`,
    `td { padding: ${dice.pick([1, 2, 3, 5])}px ${dice.pick([2, 4, 6])}px; vertical-align: ${dice.pick(['middle', 'middle', 'top'])}; text-align: ${dice.pick(['left', 'center'])} }`,
    `td.figure { text-align: ${dice.pick(['center', 'center', 'right'])} } td.column { text-align: center }`,
    BORDERS[lines],
  ].join('\n');
  const isFixed = !dice.once(3);
  const body = page.blocks.map((block) => writeBlock(block, isFixed)).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escape(page.title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}

/** The widths of the columns of a table with three columns of labels and seven of figures; others are alike. */
const WIDTHS = [8, 13, 23, ...new Array<number>(7).fill(8)];

function columnsOf(rows: readonly PageRow[]): string {
  const count = Math.max(...rows.map((row) => row.reduce((sum, { columnSpan }) => sum + columnSpan, 0)));
  return Array.from({ length: count }, (_, index) => `<col style="width: ${count === 10 ? WIDTHS[index] : 100 / count}%">`).join('');
}

function writeBlock(block: PageBlock, isFixed: boolean): string {
  if (block.kind !== 'table') {
    const tag = { title: 'h1', heading: 'h2', paragraph: 'p' }[block.kind];
    return `<${tag}>${escape(block.text)}</${tag}>`;
  }
  const rows = block.rows.map(
    (row) =>
      `<tr>${row
        .map((cell) =>
          writeCell(
            cell,
            row.some(({ figure }) => figure),
          ),
        )
        .join('')}</tr>`,
  );
  return isFixed
    ? `<table style="table-layout: fixed">${columnsOf(block.rows)}${rows.join('\n')}</table>`
    : `<table>${rows.join('\n')}</table>`;
}

function writeCell({ text, columnSpan, rowSpan, figure }: PageCell, isLabel: boolean): string {
  const kind = figure ? 'figure' : isLabel ? 'label' : 'column';
  return `<td class="${kind}" colspan="${columnSpan}" rowspan="${rowSpan}">${escape(text).replaceAll('\n', '<br>')}</td>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
}

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** HTML as the PDF that a browser prints of it. */
export async function printHtml(html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, html);
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${folder}`,
      `--print-to-pdf=${pdf}`,
    ];
    await promisify(execFile)(CHROMIUM, [...flags, `file://${page}`]);
    return Uint8Array.from(readFileSync(pdf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

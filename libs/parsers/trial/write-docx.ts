import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { Dice } from './dice';
import type { TrialPage, PageBlock, PageCell, PageRow } from './page';

export const DOCX_LAYOUTS = ['template', 'plain', 'patched'] as const;
export type DocxLayout = (typeof DOCX_LAYOUTS)[number];

/** `template`: styled headings and a header row that repeats on each page; `plain`: bold paragraphs; `patched`: text in many runs, line breaks as paragraphs. */
export async function writeDocx(page: TrialPage, layout: DocxLayout, seed: number): Promise<Uint8Array> {
  const dice = new Dice(seed);
  const children = page.blocks.map((block) => writeBlock(block, layout, dice));
  const document = new Document({ title: page.title, sections: [{ children }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function writeBlock(block: PageBlock, layout: DocxLayout, dice: Dice): Paragraph | Table {
  if (block.kind === 'table') return writeTable(block.rows, layout, dice);
  const runs = runsOf(block.text, layout, dice, block.kind === 'heading');
  if (block.kind === 'paragraph' || layout === 'plain') return new Paragraph({ children: runs });
  const heading = block.kind === 'title' ? HeadingLevel.TITLE : HeadingLevel.HEADING_1;
  return new Paragraph({ children: runs, heading, alignment: AlignmentType.CENTER });
}

function writeTable(rows: readonly PageRow[], layout: DocxLayout, dice: Dice): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({ tableHeader: layout === 'template' && index === 0, children: row.map((cell) => writeCell(cell, layout, dice)) }),
    ),
  });
}

function writeCell(cell: PageCell, layout: DocxLayout, dice: Dice): TableCell {
  const lines = cell.text.split('\n');
  const broken = layout === 'patched' ? lines.map((line) => paragraph(runsOf(line, layout, dice, false))) : [paragraph(brokenRuns(lines))];
  return new TableCell({
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: broken,
  });
}

function paragraph(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ children: [...children], alignment: AlignmentType.CENTER });
}

function brokenRuns(lines: readonly string[]): readonly TextRun[] {
  return lines.map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}), font: '宋体', size: 18 }));
}

function runsOf(text: string, layout: DocxLayout, dice: Dice, bold: boolean): TextRun[] {
  if (layout !== 'patched' || text.length < 2) return [new TextRun({ text, bold })];
  const at = 1 + dice.roll(text.length - 1);
  return [new TextRun({ text: text.slice(0, at), bold, font: '仿宋' }), new TextRun({ text: text.slice(at), bold, color: '000000' })];
}

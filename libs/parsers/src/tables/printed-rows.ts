import type { TableSection } from '@gongkai/model';
import { isFigure } from '../labels/figure-text';
import type { Vocabulary } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import type { Block, PrintedCell } from '../printed-document';

/** A row of a table, or a paragraph as the cells that stand in it. */
export type PrintedRow = readonly PrintedCell[];

/** A longer paragraph may hold several cells without anything between them: the form's own words part them. */
const LONGEST_CELL = 60;

/** All that is printed in a section between its heading and the end of the report, row by row. */
export function printedRows(document: SectionedDocument, section: TableSection, vocabulary: Vocabulary): readonly PrintedRow[] {
  const headings = new Set(document.headings.map(({ block }) => block));
  const own = document.blocks.filter((_, index) => document.homes[index] === section && index < document.end && !headings.has(index));
  return own.flatMap((block) => rowsOf(block, vocabulary));
}

function rowsOf(block: Block, { words }: Vocabulary): readonly PrintedRow[] {
  if (block.kind === 'picture') return [];
  if (block.kind === 'table') return block.rows;
  const parted = block.text.replace(words, ' $& ');
  const parts = partsOf(block.text.length > LONGEST_CELL || isAllCells(block.text, words) ? parted : block.text);
  return [parts.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1, place: block.place }))];
}

/** Nothing but words of the form and figures that ran together. */
function isAllCells(text: string, words: RegExp): boolean {
  return !/[\s|｜]/.test(text) && partsOf(text.replace(words, ' ')).every(isFigure);
}

function partsOf(text: string): readonly string[] {
  return text.split(/[\s|｜]+/).filter((part) => part !== '');
}

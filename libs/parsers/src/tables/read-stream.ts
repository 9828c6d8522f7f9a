import type { TableSection } from '@gongkai/model';
import type { Vocabulary } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import type { Block, PrintedCell, Table } from '../printed-document';
import { streamLines } from './cell-stream';
import type { Stretch } from './stretch';

/** The tables of one section have some four hundred cells; beyond that the text is something else. */
const MOST_CELLS = 5000;

/** A section whose tables have come apart, read as one stream of cells: one a line, one a paragraph, parted by blanks or by `|`. */
export function readStream(document: SectionedDocument, section: TableSection, vocabulary: Vocabulary): readonly Stretch[] {
  const headings = new Set(document.headings.map(({ block }) => block));
  const own = document.blocks.filter((_, index) => document.homes[index] === section && index < document.end && !headings.has(index));
  const cells = own.filter((block) => block.kind === 'paragraph' || !isSheet(document)).flatMap((block) => cellsOf(block, vocabulary));
  if (cells.length > MOST_CELLS) return [];
  const table: Table = { kind: 'table', number: 0, spans: 'lost', rows: [cells] };
  return streamLines(cells, vocabulary).map((lines) => ({ table, home: section, ...lines }));
}

/** Blanks of a sheet stand where the grid has them, and are no cells of a stream. */
function isSheet({ format }: SectionedDocument): boolean {
  return format === 'csv' || format === 'xlsx';
}

/** A longer paragraph may hold several cells without anything between them: the form's own words part them. */
const LONGEST_CELL = 60;

function cellsOf(block: Block, { words }: Vocabulary): readonly PrintedCell[] {
  if (block.kind === 'table') return block.rows.flat();
  const parted = block.text.length > LONGEST_CELL ? block.text.replace(words, ' $& ') : block.text;
  const parts = parted.split(/[\s|｜]+/).filter((text) => text !== '');
  return parts.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1, place: block.place }));
}

import type { TableSection } from '@gongkai/model';
import type { Vocabulary } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import type { Table } from '../printed-document';
import { streamLines } from './cell-stream';
import { printedRows } from './printed-rows';
import type { Stretch } from './stretch';

/** The tables of one section have some four hundred cells; beyond that the text is something else. */
const MOST_CELLS = 5000;

/** A section whose tables have come apart, read as one stream of cells: one a line, one a paragraph, parted by blanks or by `|`. */
export function readStream(document: SectionedDocument, section: TableSection, vocabulary: Vocabulary): readonly Stretch[] {
  const source = isSheet(document) ? withoutTables(document) : document;
  const cells = printedRows(source, section, vocabulary).flat();
  if (cells.length > MOST_CELLS) return [];
  const table: Table = { kind: 'table', number: 0, spans: 'lost', rows: [cells] };
  return streamLines(cells, vocabulary).map((lines) => ({ table, home: section, ...lines }));
}

/** Blanks of a sheet stand where the grid has them, and are no cells of a stream. */
function isSheet({ format }: SectionedDocument): boolean {
  return format === 'csv' || format === 'xlsx';
}

function withoutTables(document: SectionedDocument): SectionedDocument {
  return { ...document, blocks: document.blocks.map((block) => (block.kind === 'table' ? { ...block, rows: [] } : block)) };
}

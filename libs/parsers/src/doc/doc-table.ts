import type { Table } from '../printed-document';
import type { DocCell } from './doc-row';
import { WordTable } from '../word/word-table';

/** Edges closer than this (2 mm) are one: rows of one table are often some points apart. In twentieths of a point. */
const TOLERANCE = 113;
const FIRST_COLUMN = 0;

/** Rows with the edges of their cells as a table with columns. */
export function docTable(number: number, rows: readonly (readonly DocCell[])[]): Table {
  const edges = edgesOf(rows);
  const columnAt = (position: number): number => edges.filter((edge) => edge <= position).length - 1;
  const table = new WordTable(number);
  for (const row of rows) {
    table.openRow(row[0] ? columnAt(row[0].left) : FIRST_COLUMN);
    for (const { text, merge, left, right } of row) {
      table.openCell({ columnSpan: columnAt(right) - columnAt(left), merge });
      table.write(text);
      table.closeCell();
    }
  }
  return table.finish();
}

/** The left end of every group of edges that lie together. */
function edgesOf(rows: readonly (readonly DocCell[])[]): readonly number[] {
  const all = [...new Set(rows.flat().flatMap(({ left, right }) => [left, right]))].sort((one, other) => one - other);
  const edges: number[] = [];
  for (const edge of all) if (edge - (edges.at(-1) ?? -Infinity) > TOLERANCE) edges.push(edge);
  return edges;
}

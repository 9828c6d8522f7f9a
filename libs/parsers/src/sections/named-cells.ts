import { cellsOfForm, type CellId, type Form, type TableSection } from '@gongkai/model';
import { cellHeaderOf } from '../labels/cell-header';
import type { SectionedDocument } from '../narrative/find-sections';
import type { NamedCell, PrintedCell, Table } from '../printed-document';

export interface NamedCells {
  readonly lines: readonly NamedCell[];
  /** The document without the lines. */
  readonly rest: SectionedDocument;
}

/** The columns of a header, by the columns of its table. */
interface Columns {
  readonly cell: number;
  readonly text: number;
}

const ID = /^s\d\/\w{1,60}\/\w{1,60}$/;

/**
 * Takes the lines of our own template out of a document: tables whose header names the columns `cell` and `text`, and tables without header
 * behind them whose lines begin with ids all the same (an empty row parts tables of a sheet). Or the cells that a workbook of ours names out of sight,
 * if they stand in the order of a form: where they do not, what a person sees counts.
 */
export function takeNamedCells(document: SectionedDocument, forms: readonly Form[]): NamedCells {
  const { named = [] } = document;
  if (named.length > 0 && forms.some((form) => standsInOrder(form, named))) return { lines: named, rest: withoutCells(document, named) };
  const lines: NamedCell[] = [];
  let columns: Columns | null = null;
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const start = block.rows.findIndex((row) => columnsIn(row) !== null);
    const own = start < 0 ? null : columnsIn(block.rows[start] ?? []);
    const goesOn = columns !== null && namesCells(block, columns);
    if (!own && !goesOn) return block;
    columns = own ?? columns;
    if (columns) lines.push(...linesOf(block.rows.slice(start + 1), columns));
    return { ...block, rows: block.rows.slice(0, Math.max(start, 0)) };
  });
  return { lines, rest: lines.length === 0 ? document : { ...document, blocks } };
}

function standsInOrder(form: Form, named: readonly NamedCell[]): boolean {
  const order = new Map(cellsOfForm(form).map((cell, at) => [cell, at]));
  const places = named.map(({ id }) => order.get(id as CellId) ?? NOWHERE);
  return places.every((place, at) => place > (places[at - 1] ?? NOWHERE));
}

const NOWHERE = -1;

function withoutCells(document: SectionedDocument, named: readonly NamedCell[]): SectionedDocument {
  const taken = new Set(named.map(({ printed }) => spotOf(printed)));
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.filter((cell) => !taken.has(spotOf(cell)))) } : block,
  );
  return { ...document, blocks };
}

function spotOf({ place: { sheet, row, column } }: PrintedCell): string {
  return `${row}:${column}:${sheet}`;
}

/** The section an id belongs to by its first word. */
export function sectionOf(id: string): TableSection | null {
  const section = id.split('/')[0];
  return section === 's2' || section === 's3' || section === 's4' ? section : null;
}

function columnsIn(row: readonly PrintedCell[]): Columns | null {
  const header = cellHeaderOf(row.map(({ text }) => text));
  const [cell, text] = header ? [row[header.cell], row[header.text]] : [];
  return cell && text ? { cell: cell.column, text: text.column } : null;
}

function namesCells({ rows }: Table, { cell }: Columns): boolean {
  return rows.length > 0 && rows.every((row) => ID.test(cellIn(row, cell)?.text ?? ''));
}

function linesOf(rows: Table['rows'], columns: Columns): readonly NamedCell[] {
  return rows.flatMap((row) => {
    const [id, printed] = [cellIn(row, columns.cell), cellIn(row, columns.text)];
    const place = printed ?? id;
    if (!place || columnsIn(row) || (isBlank(id) && isBlank(printed))) return [];
    return [{ id: id?.text ?? '', printed: printed ?? { ...place, text: '' } }];
  });
}

function isBlank(cell: PrintedCell | undefined): boolean {
  return (cell?.text ?? '') === '';
}

function cellIn(row: readonly PrintedCell[], column: number): PrintedCell | undefined {
  return row.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
}

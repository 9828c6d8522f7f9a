import { trimmedText } from '@gongkai/model';
import type { Block, NamedCell, PrintedCell, PrintedDocument } from '../printed-document';
import { textAt, type SheetGrid } from '../sheet/sheet-grid';
import { openWorkbook, type SheetName } from '../sheet/open-workbook';
import { sheetBlocks } from '../sheet/sheet-blocks';
import { sheetRows } from '../sheet/sheet-rows';

/** A sheet is named after its section: 三、收到和处理政府信息公开申请情况. Sheet1, 表三 and 填报表 say nothing to a reader. */
const NAMES_SECTION = /^\s{0,4}[一二三四五六]\s{0,4}[、.．]|政府信息公开|情况|事项/;

/** A workbook as paragraphs and tables, sheet after sheet. What Excel hides (sheets, rows, columns) is not printed and not read. Throws `Refused`. */
export async function readXlsx(bytes: Uint8Array): Promise<PrintedDocument> {
  const { title, sheets, names } = openWorkbook(bytes);
  const shown = new Map(sheets.map(({ name, grid }, at) => [name, { at, grid }]));
  const named = namedCells(names, shown);
  const blocks: Block[] = [];
  for (const { name, grid } of sheets) {
    const tables = blocks.filter((block) => block.kind === 'table').length;
    const own = sheetBlocks(sheetRows(name, grid), tables);
    if (own.length > 0 && NAMES_SECTION.test(name) && !opensWith(own, name))
      blocks.push({ kind: 'paragraph', text: trimmedText(name), heading: true, place: { sheet: name } });
    blocks.push(...own);
  }
  return {
    format: 'xlsx',
    name: trimmedText(title) || null,
    blocks,
    named: named.map((one) => ({ ...one, printed: inTable(one.printed, blocks) })),
  };
}

/** What stands in the cells that have names of ours, a blank too; those out of sight are not read. In the order of sheets, rows and columns. */
function namedCells(
  names: readonly SheetName[],
  shown: ReadonlyMap<string, { readonly at: number; readonly grid: SheetGrid }>,
): readonly NamedCell[] {
  const seen = names.flatMap((name) => {
    const own = shown.get(name.sheet);
    const isSeen = own !== undefined && own.grid.rows.get(name.row)?.hidden !== true && !own.grid.isHidden(name.column);
    return isSeen ? [{ ...name, at: own.at, printed: textAt(own.grid, name.row, name.column) }] : [];
  });
  return seen
    .toSorted((one, other) => one.at - other.at || one.row - other.row || one.column - other.column)
    .map(({ id, sheet, row, column, printed }) => ({
      id,
      printed: { ...printed, column: column - 1, columnSpan: 1, rowSpan: 1, place: { sheet, row, column } },
    }));
}

/** With the table it stands in, where its row is printed. */
function inTable(cell: PrintedCell, blocks: readonly Block[]): PrintedCell {
  const { sheet, row, column } = cell.place;
  const isThere = ({ place }: PrintedCell): boolean => place.sheet === sheet && place.row === row && place.column === column;
  for (const block of blocks) {
    const there = block.kind === 'table' ? block.rows.flat().find(isThere) : undefined;
    if (there) return { ...cell, place: there.place };
  }
  return cell;
}

function opensWith(blocks: readonly Block[], name: string): boolean {
  return blocks.slice(0, 2).some((block) => block.kind === 'paragraph' && block.text.includes(trimmedText(name)));
}

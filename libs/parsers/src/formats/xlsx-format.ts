import { trimmedText } from '@gongkai/model';
import type { Block, PrintedDocument } from '../printed-document';
import { openWorkbook } from '../sheet/open-workbook';
import { sheetBlocks } from '../sheet/sheet-blocks';
import { sheetRows } from '../sheet/sheet-rows';

/** A sheet is named after its section: 三、收到和处理政府信息公开申请情况. Sheet1, 表三 and 填报表 say nothing to a reader. */
const NAMES_SECTION = /^\s{0,4}[一二三四五六]\s{0,4}[、.．]|政府信息公开|情况|事项/;

/** A workbook as paragraphs and tables, sheet after sheet. What Excel hides (sheets, rows, columns) is not printed and not read. Throws `Refused`. */
export async function readXlsx(bytes: Uint8Array): Promise<PrintedDocument> {
  const { title, sheets } = openWorkbook(bytes);
  const blocks: Block[] = [];
  for (const { name, grid } of sheets) {
    const tables = blocks.filter((block) => block.kind === 'table').length;
    const own = sheetBlocks(sheetRows(name, grid), tables);
    if (own.length > 0 && NAMES_SECTION.test(name) && !opensWith(own, name))
      blocks.push({ kind: 'paragraph', text: trimmedText(name), heading: true, place: { sheet: name } });
    blocks.push(...own);
  }
  return { format: 'xlsx', name: trimmedText(title) || null, blocks };
}

function opensWith(blocks: readonly Block[], name: string): boolean {
  return blocks.slice(0, 2).some((block) => block.kind === 'paragraph' && block.text.includes(trimmedText(name)));
}

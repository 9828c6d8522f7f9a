import type { PrintedDocument } from '../printed-document';
import { tablesHolding, type HtmlNode } from '../html/html-nodes';
import { walkNodes } from '../html/walk-nodes';
import { WordNumbering } from '../word/word-numbering';
import { WordPage } from '../word/word-page';
import { readParts } from '../word/word-parts';
import { WordStyles } from '../word/word-styles';
import { childrenOf } from '../office/office-xml';

/**
 * A Word file (.docx) as paragraphs and innermost tables, with tracked changes accepted and automatic numbers written out. A table that
 * holds tables is layout, a table of one cell is a frame: of both only their content counts. Throws `Refused`.
 */
export async function readDocx(bytes: Uint8Array): Promise<PrintedDocument> {
  const { body, ...parts } = readParts(bytes);
  const layouts = tablesHolding(body, isTable);
  const styles = new WordStyles(parts.styles);
  const page = new WordPage((table) => isTable(table) && !layouts.has(table), styles, new WordNumbering(parts.numbering, styles));
  walkNodes(body, page);
  return { format: 'docx', name: null, blocks: page.finish() };
}

function isTable(node: HtmlNode): boolean {
  return node.name === 'w:tbl' && !isFrame(node);
}

function isFrame(table: HtmlNode): boolean {
  const rows = childrenOf(table, 'w:tr');
  const others = table.children?.some(({ name }) => name === 'w:sdt' || name === 'w:ins' || name === 'w:customXml') ?? false;
  const cells = rows[0]?.children?.filter(({ name }) => name !== undefined && name !== 'w:trPr' && name !== 'w:tblPrEx');
  return rows.length === 1 && !others && cells?.length === 1 && cells[0]?.name === 'w:tc';
}

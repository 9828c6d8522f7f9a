import { load } from 'cheerio/slim';
import type { PrintedDocument } from '../printed-document';
import { HtmlPage } from '../html/html-page';
import { layoutTables, type HtmlNode } from '../html/html-nodes';
import { PageStyles } from '../html/page-styles';
import { walkNodes } from '../html/walk-nodes';

const MARKUP = /<(?:!doctype\s+html|html|head|body|meta|table|tr|td|div|p|pre|span|article|section|h[1-6])\b/i;

/** A text with nothing but tables in it is Markdown. */
const PAGE = /<(?:!doctype\s+html|html|body|p|pre|div|br|span|h[1-6])\b/i;

export function isHtml(text: string): boolean {
  return MARKUP.test(text.slice(0, 8192)) || /<table\b/i.test(text);
}

/** A web page as paragraphs and innermost tables; tables that hold tables, or pages of typed text, are layout and only their content counts. */
export function readHtml(html: string): PrintedDocument {
  const loaded = load(html);
  const root: HtmlNode = loaded.root().get(0) ?? { type: 'root' };
  const page = new HtmlPage(layoutTables(root), !PAGE.test(html), new PageStyles(loaded, html));
  walkNodes(root, page);
  return { format: 'html', name: page.name || null, blocks: page.finish() };
}

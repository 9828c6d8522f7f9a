import { load } from 'cheerio/slim';
import type { PrintedDocument } from '../printed-document';
import { HtmlPage } from './html-page';
import { nameOf, tablesHoldingTables, type HtmlNode } from './html-nodes';

const MARKUP = /<(?:!doctype\s+html|html|head|body|meta|table|tr|td|div|p|span|article|section|h[1-6])\b/i;

export function isHtml(text: string): boolean {
  return MARKUP.test(text.slice(0, 8192)) || /<table\b/i.test(text);
}

/** A web page as paragraphs and innermost tables; tables that hold tables are layout and only their content counts. */
export function readHtml(html: string): PrintedDocument {
  const root: HtmlNode = load(html).root().get(0) ?? { type: 'root' };
  const page = new HtmlPage(tablesHoldingTables(root));
  walk(root, page);
  return { format: 'html', name: page.name || null, blocks: page.finish() };
}

/** In document order, without recursion: a page may be nested ten thousand levels deep. */
function walk(root: HtmlNode, page: HtmlPage): void {
  const open: { readonly node: HtmlNode; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next];
    top.next += 1;
    if (!child) {
      page.leave(top.node);
      open.pop();
    } else if (nameOf(child) === '') {
      page.write(child.type === 'text' ? (child.data ?? '') : '');
    } else if (page.enter(child)) {
      open.push({ node: child, next: 0 });
    }
  }
}

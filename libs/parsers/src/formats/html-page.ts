import { trimmedText } from '../labels/plain-text';
import type { Block, Table } from '../printed-document';
import { HtmlTable } from './html-table';
import { isBlock, isUnseen, joinedLines, nameOf, type HtmlNode } from './html-nodes';
import type { Visitor } from './walk-nodes';

/** Collects the blocks of a page while it is walked through: enter, write, leave. */
export class HtmlPage implements Visitor {
  private title = '';
  /** What the site calls the article, without the names of its column and of itself. */
  private articleTitle = '';
  private readonly blocks: Block[] = [];
  private paragraph = '';
  private heading = false;
  private inTitle = false;
  private table: { readonly node: HtmlNode; readonly grid: HtmlTable } | null = null;
  private tables = 0;

  /** `lines`: the text between the tables is not marked up, so that its own lines are its paragraphs (Markdown). */
  constructor(
    private readonly layouts: ReadonlySet<HtmlNode>,
    private readonly lines: boolean,
  ) {}

  get name(): string {
    return trimmedText(this.articleTitle) || trimmedText(this.title);
  }

  enter(node: HtmlNode): boolean {
    if (isUnseen(node)) return false;
    const name = nameOf(node);
    if (name === 'title') this.inTitle = true;
    if (name === 'meta' && /^articletitle$/i.test(node.attribs?.['name'] ?? '')) this.articleTitle = node.attribs?.['content'] ?? '';
    if (isBlock(node)) this.breakLine();
    if (/^h[1-6]$/.test(name)) this.heading = true;
    if (name === 'table' && !this.table && !this.layouts.has(node)) {
      this.tables += 1;
      this.table = { node, grid: new HtmlTable(this.tables) };
    }
    if (name === 'tr') this.table?.grid.openRow();
    if (name === 'td' || name === 'th') this.table?.grid.openCell(node);
    return true;
  }

  write(text: string): void {
    if (this.inTitle) this.title += text;
    else if (this.table) this.table.grid.write(text);
    else if (this.lines) this.writeLines(text);
    else this.paragraph += text;
  }

  leave(node: HtmlNode): void {
    const name = nameOf(node);
    if (isBlock(node)) this.breakLine();
    if (name === 'title') this.inTitle = false;
    if (name === 'td' || name === 'th') this.table?.grid.closeCell(node);
    if (this.table?.node !== node) return;
    this.pushTable(this.table.grid.finish());
    this.table = null;
  }

  finish(): readonly Block[] {
    this.breakLine();
    return this.blocks;
  }

  private writeLines(text: string): void {
    const [first = '', ...others] = text.split(/\r\n|[\r\n]/);
    this.paragraph += first;
    for (const line of others) {
      this.breakLine();
      this.paragraph = line;
    }
  }

  /** A frame around a single text is no table. */
  private pushTable(table: Table): void {
    const [cell, ...others] = table.rows.flat();
    if (!cell || others.length > 0) this.blocks.push(table);
    else
      for (const text of cell.text.split('\n').filter(Boolean))
        this.blocks.push({ kind: 'paragraph', text, heading: false, place: cell.place });
  }

  private breakLine(): void {
    if (this.table) {
      this.table.grid.write('\n', true);
      return;
    }
    const text = trimmedText(joinedLines(this.paragraph));
    const title = this.lines ? text.replace(/^#{1,6}\s+/, '') : text;
    if (title !== '') this.blocks.push({ kind: 'paragraph', text: title, heading: this.heading || title !== text, place: {} });
    this.paragraph = '';
    this.heading = false;
  }
}

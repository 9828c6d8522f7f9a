import { trimmedText } from '@gongkai/model';
import type { Block, PrintedCell, Table } from '../printed-document';
import { standsApart } from './apart';
import { APART, HtmlTable, NO_TEXT, PICTURE } from './html-table';
import { readText } from '../formats/text-format';
import { isBlock, isHiddenField, isPicture, isUnseen, joinedLines, nameOf, valueShown, type HtmlNode } from './html-nodes';
import type { Declarations } from './css-rules';
import { isOutOfSight, PLAIN, type PageStyles } from './page-styles';
import { SeenText } from './seen-text';
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
  /** Text that stands as it was typed (`<pre>`), while it is collected: its lines and tabs are its layout. */
  private typed: { readonly node: HtmlNode; text: string } | null = null;

  /** Typed text within a cell, whose lines stay lines. */
  private typedCell: HtmlNode | null = null;

  private readonly seen: SeenText;
  /** The elements around, the innermost last: how each looks, and whether it stands apart from the text around it. */
  private readonly around: { readonly style: Declarations; readonly apart: boolean }[] = [];

  /** `lines`: the text between the tables is not marked up, so that its own lines are its paragraphs (Markdown). */
  constructor(
    private readonly layouts: ReadonlySet<HtmlNode>,
    private readonly lines: boolean,
    private readonly styles: PageStyles,
  ) {
    this.seen = new SeenText(styles.linked);
  }

  get name(): string {
    return trimmedText(this.articleTitle) || trimmedText(this.title);
  }

  enter(node: HtmlNode): boolean {
    const style = this.styles.of(node);
    if (isOutOfSight(style)) return false;
    if (isPicture(node)) this.table?.grid.write(this.seen.printed(PICTURE, true));
    if (isUnseen(node)) return false;
    const value = valueShown(node);
    if (value !== null) {
      if (!isHiddenField(node)) this.table?.grid.write(APART + value + APART);
      return false;
    }
    const apart = this.table !== null && standsApart(node, style, this.around.at(-1)?.style ?? PLAIN);
    this.around.push({ style, apart });
    if (apart) this.table?.grid.write(APART);
    this.seen.enter(node, style);
    this.open(node, nameOf(node));
    if (style['made'] !== undefined) this.table?.grid.write(PICTURE);
    return true;
  }

  private open(node: HtmlNode, name: string): void {
    if (name === 'title') this.inTitle = true;
    if (name === 'meta' && /^articletitle$/i.test(node.attribs?.['name'] ?? '')) this.articleTitle = node.attribs?.['content'] ?? '';
    if (isBlock(node)) this.breakLine(name === 'br');
    if (name === 'pre' && this.table) this.typedCell ??= node;
    else if (name === 'pre') this.typed ??= { node, text: '' };
    if (/^h[1-6]$/.test(name)) this.heading = true;
    if (name === 'img') this.blocks.push({ kind: 'picture', place: {} });
    if (name === 'table' && !this.table && !this.layouts.has(node)) {
      this.pushTyped();
      this.tables += 1;
      this.table = { node, grid: new HtmlTable(this.tables) };
    }
    if (name === 'tr') this.table?.grid.openRow();
    if (name === 'td' || name === 'th') this.table?.grid.openCell(node);
  }

  write(data: string): void {
    const text = this.inTitle ? data : this.seen.printed(data, this.table !== null);
    if (this.inTitle) this.title += text;
    else if (this.table && this.typedCell) this.table.grid.writeLines(text);
    else if (this.table) this.table.grid.write(text);
    else if (this.typed) this.typed.text += text;
    else if (this.lines) this.writeLines(text);
    else this.paragraph += text;
  }

  leave(node: HtmlNode): void {
    const name = nameOf(node);
    if (name !== '') {
      this.seen.leave();
      if (this.around.pop()?.apart === true) this.table?.grid.write(APART);
    }
    if (isBlock(node) && !(this.typed && name === 'br')) this.breakLine();
    if (name === 'title') this.inTitle = false;
    if (this.typedCell === node) this.typedCell = null;
    if (this.typed?.node === node) {
      this.pushTyped();
      this.typed = null;
    }
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
      for (const text of cell.text.split('\n').filter((line) => line !== '' && line !== NO_TEXT))
        this.blocks.push({ kind: 'paragraph', text, heading: false, place: cell.place });
  }

  /** Lines are counted within the typed text, which says nothing about the page: places keep only table, row and column. */
  private pushTyped(): void {
    if (!this.typed) return;
    const before = this.tables;
    for (const block of readText(this.typed.text).blocks) {
      if (block.kind === 'paragraph') this.blocks.push({ ...block, place: {} });
      else if (block.kind === 'table') this.blocks.push(renumbered(block, before + block.number));
      if (block.kind === 'table') this.tables += 1;
    }
    this.typed.text = '';
  }

  /** `always`: also where a typed line has just ended. */
  private breakLine(always = false): void {
    if (this.typed && !this.table) {
      if (always || !/(?:^|\n)$/.test(this.typed.text)) this.typed.text += '\n';
      return;
    }
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

function renumbered(table: Table, number: number): Table {
  const placed = (cell: PrintedCell, row: number, column: number) => ({
    ...cell,
    place: { table: number, row: row + 1, column: column + 1 },
  });
  return { ...table, number, rows: table.rows.map((cells, row) => cells.map((cell, column) => placed(cell, row, column))) };
}

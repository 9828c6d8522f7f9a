import { trimmedText } from '@gongkai/model';
import type { Block } from '../printed-document';
import type { HtmlNode } from '../html/html-nodes';
import { WordTable } from './word-table';

/** Text in one direction: the body, or a text box in it, which is printed after the block it is anchored in. */
export class WordFlow {
  private readonly blocks: Block[] = [];
  private boxes: Block[] = [];
  private paragraph = '';
  private number = '';
  private heading = false;
  /** How many frames (tables of one cell) are open within the table. */
  private frames = 0;
  private table: { readonly node: HtmlNode; readonly grid: WordTable } | null = null;

  openTable(node: HtmlNode, number: number): void {
    this.endLine();
    this.table = { node, grid: new WordTable(number) };
  }

  enterFrame(): void {
    this.frames += 1;
  }

  /** Null outside of tables, and inside of those that only lay out others. */
  get grid(): WordTable | null {
    return this.table?.grid ?? null;
  }

  /** As `grid`, and null within a frame: its row and cell are none of the table. */
  get rows(): WordTable | null {
    return this.frames === 0 ? this.grid : null;
  }

  write(text: string): void {
    if (this.table) this.table.grid.write(text);
    else this.paragraph += text;
  }

  /** `number` is the automatic one. A paragraph whose mark was deleted goes on with the next. */
  openParagraph(number: string, heading: boolean): void {
    if (this.table) this.table.grid.writeNumber(number);
    this.number = number;
    this.heading = heading;
  }

  endLine(): void {
    if (this.table) {
      this.table.grid.write('\n');
      return;
    }
    const text = trimmedText(this.paragraph.replaceAll('\t', ' '));
    const number = this.number.replace('\t', ' ');
    if (text !== '') this.blocks.push({ kind: 'paragraph', text: number + text, heading: this.heading, place: {} });
    this.paragraph = '';
    this.number = '';
    this.placeBoxes();
  }

  closeTable(node: HtmlNode): void {
    if (!this.table) return;
    if (this.table.node !== node) {
      this.frames -= 1;
      return;
    }
    this.blocks.push(this.table.grid.finish());
    this.table = null;
    this.placeBoxes();
  }

  /** In its cell, else behind the paragraph it is anchored in. */
  markPicture(): void {
    if (this.table) this.table.grid.markPicture();
    else this.boxes.push({ kind: 'picture', place: {} });
  }

  addBox(blocks: readonly Block[]): void {
    this.boxes.push(...blocks);
  }

  finish(): readonly Block[] {
    this.endLine();
    return this.blocks;
  }

  private placeBoxes(): void {
    this.blocks.push(...this.boxes);
    this.boxes = [];
  }
}

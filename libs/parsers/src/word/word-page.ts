import type { Block } from '../printed-document';
import { refuseFormat, RefusedDocument } from '../refusals';
import type { HtmlNode } from '../html/html-nodes';
import type { Visitor } from '../html/walk-nodes';
import { firstColumnOf, shapeOf } from './word-cells';
import { WordFlow } from './word-flow';
import type { WordNumbering } from './word-numbering';
import type { WordStyles } from './word-styles';
import { PAPER } from './word-colors';
import { WordRun } from './word-run';
import { childOf } from '../office/office-xml';
import { raisedText } from '../labels/printed-marks';
import { choiceShown, groundOf } from './word-cells';
import { isOn, isSwitchedOn, valueOf } from './word-xml';

/** Properties, what tracked changes took away, field codes and readings over characters: nothing of it is printed as text. */
const UNSEEN = new Set(
  'w:pPr w:rPr w:tblPr w:tblPrEx w:tblGrid w:trPr w:tcPr w:sectPr w:sdtPr w:sdtEndPr w:del w:moveFrom w:delText w:instrText w:rt'.split(
    ' ',
  ),
);
/** Documents within the document. */
const FOREIGN = new Set(['w:altChunk', 'w:subDoc']);
const PICTURES = new Set(['wp:inline', 'v:imagedata', 'w:object']);
/** Printed, but no text. */
const OBJECTS = new Set(['w:sym', 'm:oMath']);
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '-' };

/** Collects the blocks of a Word document while it is walked through, with tracked changes accepted. */
export class WordPage implements Visitor {
  private readonly flows: WordFlow[] = [new WordFlow()];
  private readonly run = new WordRun();
  private inText = false;
  private tables = 0;
  private notes = 0;
  /** Of the paragraph and the cell that are open. */
  private paragraph: HtmlNode | undefined;
  private ground: string | null = PAPER;

  constructor(
    private readonly isGrid: (table: HtmlNode) => boolean,
    private readonly styles: WordStyles,
    private readonly numbering: WordNumbering,
  ) {}

  enter(node: HtmlNode): boolean {
    const name = node.name ?? '';
    if (UNSEEN.has(name)) return false;
    if (FOREIGN.has(name))
      throw new RefusedDocument(refuseFormat({ zh: '内嵌其他文档的Word文件', en: 'a Word file with other documents embedded' }));
    if (PICTURES.has(name)) this.flow.markPicture();
    if (OBJECTS.has(name)) {
      this.flow.write(this.run.printed('\uFFFC'));
      return false;
    }
    const sign = SIGNS[name];
    if (sign !== undefined) this.flow.write(this.run.printed(sign));
    return this.open(node, name);
  }

  write(text: string): void {
    if (!this.inText) return;
    const printed = this.run.printed(text.replace(/[\r\n\t]/g, ' '));
    if (this.run.partsSizes(printed)) this.flow.grid?.part();
    this.flow.write(printed);
  }

  leave(node: HtmlNode): void {
    switch (node.name) {
      case 'w:t':
        this.inText = false;
        break;
      case 'w:hyperlink':
      case 'w:fldSimple':
        this.flow.grid?.part();
        break;
      case 'w:r':
        this.run.begin([]);
        break;
      case 'w:p':
        this.run.endFieldCodes();
        if (!isMarkDeleted(node)) this.flow.endLine();
        break;
      case 'w:tc':
        this.flow.rows?.closeCell();
        this.ground = PAPER;
        break;
      case 'w:tbl':
        this.flow.closeTable(node);
        break;
      case 'w:txbxContent':
        this.closeBox();
    }
  }

  finish(): readonly Block[] {
    return this.flow.finish();
  }

  private get flow(): WordFlow {
    return this.flows.at(-1) as WordFlow;
  }

  private open(node: HtmlNode, name: string): boolean {
    switch (name) {
      case 'w:t':
        this.inText = true;
        return true;
      case 'w:r':
        return this.run.begin(this.styles.looksOf(childOf(node, 'w:rPr'), this.paragraph), this.ground);
      case 'w:fldChar':
        this.flow.write(choiceShown(node));
        this.flow.grid?.part();
        this.run.turnField(valueOf(node, 'w:fldCharType'));
        return false;
      case 'w:br':
      case 'w:cr':
        this.flow.endLine();
        return false;
      case 'w:p':
        this.openParagraph(node);
        return true;
      case 'w:tr':
        if (isRowGone(node)) return false;
        this.flow.rows?.openRow(firstColumnOf(node));
        return true;
      case 'w:tc':
        this.flow.rows?.openCell(shapeOf(node));
        this.ground = groundOf(node);
        this.run.beginCell();
        return true;
      case 'w:tbl':
        this.openTable(node);
        return true;
      case 'w:txbxContent':
        this.flows.push(new WordFlow());
        return true;
      default:
        return this.openOther(node, name);
    }
  }

  /** Links and fields, which may be marks of notes, and references to notes. */
  private openOther(node: HtmlNode, name: string): boolean {
    if (name === 'w:hyperlink' || name === 'w:fldSimple') this.flow.grid?.part();
    if (name !== 'w:footnoteReference' && name !== 'w:endnoteReference') return name !== 'mc:Fallback';
    if (!isSwitchedOn(node, 'w:customMarkFollows')) this.writeNote();
    return false;
  }

  private openTable(node: HtmlNode): void {
    if (this.flow.grid) this.flow.enterFrame();
    else if (this.isGrid(node)) this.flow.openTable(node, (this.tables += 1));
  }

  private openParagraph(node: HtmlNode): void {
    const properties = childOf(node, 'w:pPr');
    this.paragraph = properties;
    if (isMarkDeleted(node)) return;
    this.flow.openParagraph(this.numbering.next(properties), this.styles.isHeading(properties));
  }

  /** The number of a note, where it stands beside a figure. */
  private writeNote(): void {
    this.notes += 1;
    this.flow.grid?.write(raisedText(String(this.notes)));
  }

  private closeBox(): void {
    const blocks = this.flows.pop()?.finish() ?? [];
    if (blocks.some((block) => block.kind === 'paragraph' && /\d/.test(block.text))) this.flow.grid?.markPicture();
    this.flow.addBox(blocks);
  }
}

/** Deleted while changes were tracked, or hidden. */
function isRowGone(row: HtmlNode): boolean {
  const properties = childOf(row, 'w:trPr');
  return childOf(properties, 'w:del') !== undefined || isOn(childOf(properties, 'w:hidden'));
}

function isMarkDeleted(paragraph: HtmlNode): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return isOn(childOf(mark, 'w:del')) || isOn(childOf(mark, 'w:moveFrom'));
}

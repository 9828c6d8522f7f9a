import { trimmedText } from '@gongkai/model';
import type { Block, PrintedDocument } from '../printed-document';
import { refuseConversion, RefusedDocument } from '../refusals';
import { runAt, type PropertyRun } from '../doc/doc-properties';
import { rowOf, type DocCell } from '../doc/doc-row';
import { DocRun } from '../doc/doc-run';
import { docTable } from '../doc/doc-table';
import { readDocText, type DocText } from '../doc/doc-text';
import { hasFlag, numberIn } from '../doc/doc-sprms';

const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const DEPTH = 0x6649;
const OUTLINE_LEVEL = 0x2640;
const CELL_MARK = '\u0007';
const PARAGRAPH_MARKS = /[\r\f\u0007]/;
const LAST_HEADING_STYLE = 9;

/**
 * A Word 97 file (.doc) as paragraphs and tables, read by its own tables: rows end where their properties say so, cells lie where their row
 * defines them. Automatic numbers are not written out. Throws `Refused`: NEEDS_CONVERSION where tables stand within tables.
 */
export async function readDoc(bytes: Uint8Array): Promise<PrintedDocument> {
  return { format: 'doc', name: null, blocks: new DocPage(readDocText(bytes)).blocks() };
}

/** Collects the blocks while the text is gone through. */
class DocPage {
  private readonly found: Block[] = [];
  private rows: (readonly DocCell[])[] = [];
  private cells: string[] = [];
  private text = '';
  private tables = 0;
  private readonly run: DocRun;

  constructor(private readonly source: DocText) {
    this.run = new DocRun(source.runs);
  }

  blocks(): readonly Block[] {
    const { characters, positions } = this.source;
    for (let at = 0; at < characters.length; at += 1) {
      const character = characters.charAt(at);
      const position = positions[at] ?? -1;
      if (PARAGRAPH_MARKS.test(character)) this.endParagraph(character, position);
      else this.text += this.run.printed(character, position);
    }
    this.endTable();
    return this.found;
  }

  /** A paragraph whose mark was deleted goes on with the next; a row whose end was deleted is gone. */
  private endParagraph(mark: string, position: number): void {
    const run = runAt(this.source.paragraphs, position);
    const { sprms } = run;
    const deleted = this.run.isDeleted(position);
    if (deleted && mark !== CELL_MARK) return;
    this.run.endFieldCodes();
    if ((numberIn(sprms, DEPTH) ?? 1) > 1) throw new RefusedDocument(refuseConversion('doc'));
    if (hasFlag(sprms, ROW_END)) this.endRow(run, deleted);
    else if (mark === CELL_MARK) this.endCell();
    else if (hasFlag(sprms, IN_TABLE)) this.text += '\n';
    else this.endLines(run);
  }

  private endCell(): void {
    this.cells.push(this.text);
    this.text = '';
  }

  private endRow(run: PropertyRun, deleted: boolean): void {
    if (trimmedText(this.text) !== '') throw new RefusedDocument(refuseConversion('doc'));
    if (!deleted) this.rows.push(rowOf(this.cells, run));
    this.cells = [];
    this.text = '';
  }

  private endLines({ sprms, style }: PropertyRun): void {
    this.endTable();
    const level = numberIn(sprms, OUTLINE_LEVEL);
    const heading = level === undefined ? style >= 1 && style <= LAST_HEADING_STYLE : level < 9;
    for (const line of this.text.split('\n')) {
      const text = trimmedText(line.replaceAll('\t', ' '));
      if (text !== '') this.found.push({ kind: 'paragraph', text, heading, place: {} });
    }
    this.text = '';
  }

  private endTable(): void {
    if (this.cells.length > 0) throw new RefusedDocument(refuseConversion('doc'));
    if (this.rows.length === 0) return;
    const frame = this.rows.length === 1 && this.rows[0]?.length === 1 ? this.rows[0][0] : undefined;
    if (frame) {
      for (const text of frame.text.split('\n').map(trimmedText)) {
        if (text !== '') this.found.push({ kind: 'paragraph', text, heading: false, place: {} });
      }
    } else {
      this.tables += 1;
      this.found.push(docTable(this.tables, this.rows));
    }
    this.rows = [];
  }
}

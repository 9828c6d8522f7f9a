import { TEXT_HINTS, type Form, type FormSection, type TableSection } from '@gongkai/model';
import type { FileChild, IParagraphStyleOptions, Table, TableCell, TableRow } from 'docx' with { 'resolution-mode': 'import' };
import { formSheet, type FormSheet, type SheetField } from './form-sheet';
import { NOTHING_KNOWN, isTable, titleOf, type ReportBeginning } from './report-beginning';

type Docx = typeof import('docx', { with: { 'resolution-mode': 'import' } });

/** A4 with the margins of official documents (GB/T 9704), in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Against each other: columns of labels that stand over others, the last one of labels, columns of cells. */
const WIDTHS: Readonly<Record<TableSection, readonly [number, number, number]>> = { s2: [26, 26, 22], s3: [9, 27, 7], s4: [1, 1, 1] };
/** In half points: 二号, 三号, 五号. */
const SIZES = { title: 44, text: 32, table: 21 };
const ROW_HEIGHT = 480;
const CELL_MARGINS = { left: 30, right: 30, top: 20, bottom: 20 };
const HINT_COLOUR = '808080';

/**
 * A form as a Word file to fill in and to send as a report: title, headings and tables as the form prints them, a hint where each text goes
 * and nothing in the cells but what is carried over. It is read by its layout, as any report.
 */
export async function reportDocument(form: Form, beginning: ReportBeginning = NOTHING_KNOWN): Promise<Uint8Array> {
  const docx = await import('docx');
  const { width, height, ...margin } = PAGE;
  const title = titleOf(beginning);
  const children = [writeTitle(docx, title), ...form.sections.flatMap((section) => sectionParts(docx, section, form, beginning))];
  const file = new docx.Document({
    title,
    creator: 'gongkai',
    styles: stylesOf(docx),
    sections: [{ properties: { page: { size: { width, height }, margin } }, children }],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

/** What a report is stands on a line of its own, below whose it is. */
function writeTitle(docx: Docx, title: string): FileChild {
  const lines = title.split(/(?=(?:\d|×){4}年)/);
  const children = lines.map((line, at) => new docx.TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }));
  return new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children });
}

function stylesOf({ AlignmentType, LineRuleType }: Docx): NonNullable<ConstructorParameters<Docx['Document']>[0]['styles']> {
  const line = { line: 560, lineRule: LineRuleType.EXACT };
  const text: IParagraphStyleOptions = {
    id: 'Text',
    name: '正文段落',
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: '仿宋', size: SIZES.text },
    paragraph: { spacing: line, indent: { firstLineChars: 200, firstLine: 2 * 10 * SIZES.text } },
  };
  const table: IParagraphStyleOptions = {
    id: 'Field',
    name: '表格文字',
    basedOn: 'Normal',
    run: { font: '宋体', size: SIZES.table },
    paragraph: { alignment: AlignmentType.CENTER },
  };
  return {
    default: {
      document: { run: { font: '仿宋', size: SIZES.text, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      title: {
        run: { font: '宋体', size: SIZES.title, bold: true, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 560 } },
      },
      heading1: {
        run: { font: '黑体', size: SIZES.text, color: '000000' },
        paragraph: { keepNext: true, spacing: { before: 240, after: 120 } },
      },
    },
    paragraphStyles: [text, table],
  };
}

function sectionParts(docx: Docx, { code, title }: FormSection, form: Form, beginning: ReportBeginning): readonly FileChild[] {
  const heading = new docx.Paragraph({ text: title.zh, heading: docx.HeadingLevel.HEADING_1 });
  if (isTable(code)) return [heading, writeTable(docx, { section: code, table: formSheet(form, code), carried: beginning.carried })];
  const hint = new docx.TextRun({ text: TEXT_HINTS[code as keyof typeof TEXT_HINTS], color: HINT_COLOUR });
  return [heading, new docx.Paragraph({ style: 'Text', children: [hint] })];
}

interface TableContent {
  readonly section: TableSection;
  readonly table: FormSheet;
  readonly carried: ReportBeginning['carried'];
}

function writeTable(docx: Docx, { section, table, carried }: TableContent): Table {
  const widths = columnWidths(section, table);
  const rows = Array.from({ length: table.height }, (_, at) => table.fields.filter(({ row }) => row === at + 1));
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
    columnWidths: widths,
    margins: CELL_MARGINS,
    rows: rows.map((fields, at) => writeRow(docx, { fields, isHead: at < table.heads, carried })),
  });
}

/** Rows of labels alone stay with what they stand over. */
function writeRow(
  docx: Docx,
  {
    fields,
    isHead,
    carried,
  }: { readonly fields: readonly SheetField[]; readonly isHead: boolean; readonly carried: ReportBeginning['carried'] },
): TableRow {
  return new docx.TableRow({
    tableHeader: isHead,
    cantSplit: true,
    keepNext: fields.every(({ cell }) => cell === null),
    height: { value: ROW_HEIGHT, rule: docx.HeightRule.ATLEAST },
    children: fields.map((field) => writeField(docx, field, carried)),
  });
}

function writeField(docx: Docx, { rowSpan, columnSpan, label, cell }: SheetField, carried: ReportBeginning['carried']): TableCell {
  const text = cell === null ? label : carried.get(cell);
  return new docx.TableCell({
    rowSpan,
    columnSpan,
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [new docx.Paragraph({ style: 'Field', text: text ?? '' })],
  });
}

/** In twentieths of a point, as wide as the text together. */
function columnWidths(section: TableSection, { width, labels }: FormSheet): number[] {
  const [over, last, cell] = WIDTHS[section];
  const shares = Array.from({ length: width }, (_, at) => (at >= labels ? cell : at === labels - 1 ? last : over));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share * TEXT_WIDTH) / whole));
}

import { Workbook, type Worksheet } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PrintedDocument, Table } from '../printed-document';
import { readXlsx } from './xlsx-format';
import { headedTextOf } from './fixtures/text-of';
import { processorMs } from '../../trial/processor-ms';

async function read(...fills: readonly ((sheet: Worksheet) => void)[]): Promise<PrintedDocument> {
  const workbook = new Workbook();
  fills.forEach((fill, index) => fill(workbook.addWorksheet(`表${index + 1}`)));
  return readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function shape({ blocks }: PrintedDocument) {
  return blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : headedTextOf(block)));
}
const tableOf = ({ blocks }: PrintedDocument) => blocks.find((block): block is Table => block.kind === 'table')!;

describe('readXlsx', () => {
  it('prints every kind of value as Excel does', async () => {
    const document = await read((sheet) => {
      sheet.addRow(['种类', '值']);
      sheet.addRow(['数', 1204]).getCell(2).numFmt = '#,##0';
      sheet.addRow(['文字', ' 0 ']);
      sheet.addRow(['公式', { formula: '1-1', result: 0 }]);
      sheet.addRow(['共用', { formula: '3', result: 3 }]);
      sheet.addRow(['未算', { formula: 'SUM(B1:B2)' }]);
      sheet.addRow(['错误', { error: '#REF!' }]);
      sheet.addRow(['公式错误', { formula: '1/0', result: { error: '#DIV/0!' } }]);
      sheet.addRow(['日期', new Date('2025-01-16')]).getCell(2).numFmt = 'yyyy-mm-dd';
      sheet.addRow(['富文本', { richText: [{ text: '1' }, { text: '2' }] }]);
      sheet.addRow(['链接', { text: '7', hyperlink: 'https://example.org' }]);
      sheet.addRow(['真', true]);
      sheet.addRow(['空', null]);
    });
    expect(tableOf(document).rows.map((row) => row[1]!.text)).toEqual(
      ['值', '1,204', '0', '0', '3', '1204', '#REF!', '#DIV/0!', '2025-01-16', '12', '7', 'true', ''], // prettier-ignore
    );
  });

  it('gives merged ranges their spans, blanks their cells, and places as Excel counts', async () => {
    const table = tableOf(
      await read((sheet) => {
        sheet.mergeCells('B3:C4');
        sheet.getCell('B3').value = 'a';
        sheet.getCell('D3').value = 'b';
        sheet.getCell('D4').value = 'c';
        sheet.getCell('B5').value = 'd';
        sheet.getCell('E5').value = 'e';
      }),
    );
    const cells = table.rows.map((row) => row.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan]));
    expect(cells).toEqual([
      [['a', 1, 2, 2], ['b', 3, 1, 1], ['', 4, 1, 1]],
      [['c', 3, 1, 1], ['', 4, 1, 1]],
      [['d', 1, 1, 1], ['', 2, 1, 1], ['', 3, 1, 1], ['e', 4, 1, 1]],
    ]); // prettier-ignore
    expect(table.rows[2]![3]!.place).toEqual({ table: 1, sheet: '表1', row: 5, column: 5 });
  });

  it('tells paragraphs from tables, and a blank row from one that is only the lower half of a merged cell', async () => {
    const document = await read((sheet) => {
      sheet.getCell('A1').value = '一、总体情况';
      sheet.getCell('A2').value = '好。\n更好。';
      sheet.getCell('A4').value = '信息内容';
      sheet.getCell('B4').value = '数';
      sheet.mergeCells('A5:A6');
      sheet.getCell('A5').value = '规章';
      sheet.mergeCells('B5:B6');
      sheet.getCell('B5').value = 1;
      sheet.getCell('A7').value = '行政许可';
      sheet.getCell('A8').value = '二、主动公开政府信息情况';
      sheet.getCell('A9').value = '说明。';
    });
    expect(shape(document)).toEqual([
      '一、总体情况',
      '好。',
      '更好。',
      [['信息内容', '数'], ['规章', '1'], [], ['行政许可', '']],
      '二、主动公开政府信息情况',
      '说明。',
    ]); // prettier-ignore
  });

  it('does not read what Excel hides', async () => {
    const document = await read(
      (sheet) => {
        sheet.addRow(['甲', '1', '2']);
        sheet.addRow(['乙', '3', '4']).hidden = true;
        sheet.addRow(['丙', '5', '6']);
        sheet.getColumn(2).hidden = true;
      },
      (sheet) => {
        sheet.addRow(['上年']);
        sheet.state = 'veryHidden';
      },
    );
    expect(shape(document)).toEqual([
      [['甲', '', '2'], ['丙', '', '6']],
    ]); // prettier-ignore
  });

  it('takes the name of a sheet for a heading where it names a section that the sheet does not', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('五、存在的主要问题及改进情况').addRow(['问题。']);
    workbook.addWorksheet('六、其他需要报告的事项').addRow(['六、其他需要报告的事项']);
    workbook.addWorksheet('Sheet3').addRow(['完']);
    expect(shape(await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer())))).toEqual([
      '#五、存在的主要问题及改进情况',
      '问题。',
      '六、其他需要报告的事项',
      '完',
    ]);
  });

  it('does not pay for columns and rows that are only formatted', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('年报');
    sheet.addRow(['信息内容', '数']);
    sheet.addRow(['规章', 1]);
    for (let row = 3; row < 40_000; row += 1) sheet.getCell(row, 1).numFmt = '0.00';
    sheet.getCell(1, 16_000).border = { top: { style: 'thin' } };
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const started = processorMs();
    const document = await readXlsx(bytes);
    const taken = processorMs() - started;
    const startedBare = processorMs();
    await new Workbook().xlsx.load(bytes.buffer as ArrayBuffer);
    expect(taken).toBeLessThan(processorMs() - startedBare);
    expect(shape(document)).toEqual([
      [['信息内容', '数'], ['规章', '1']],
    ]); // prettier-ignore
  });

  it('refuses what is damaged, and merged ranges without end', async () => {
    const damaged = new TextEncoder().encode('PK\u0003\u0004xl/workbook.xml');
    await expect(readXlsx(damaged)).rejects.toMatchObject({ refusal: { code: 'DAMAGED_FILE' } });
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('年报');
    for (let row = 1; row < 40; row += 1) sheet.mergeCells(row, 1, row, 14_000);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    await expect(readXlsx(bytes)).rejects.toMatchObject({ refusal: { code: 'EXPANDS_TOO_FAR' } });
  });

  it.each([
    ['a row', '<row r="1"', '<row r="123456789"'],
    ['a cell', 'r="A1"', 'r="A1048577"'],
    ['a column', 'r="A1"', 'r="XFE1"'],
  ])('refuses %s beyond the last a workbook can have, which would be looked for one by one', async (_, before, after) => {
    const workbook = new Workbook();
    workbook.addWorksheet('年报').getCell('A1').value = '一、总体情况';
    const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain(before);
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace(before, after)) });
    await expect(readXlsx(bytes)).rejects.toMatchObject({ refusal: { code: 'DAMAGED_FILE' } });
  });
});

import { Workbook, type Worksheet } from 'exceljs';
import { writeWorkbook, type WorkbookSheet, type SheetColumn } from './write-workbook';

const columns: readonly SheetColumn[] = [
  { title: '机关', kind: 'text', width: 20 },
  { title: '件数', kind: 'number', width: 10 },
  { title: '报告为', kind: 'figure', width: 10 },
];
const sheet = (rows: WorkbookSheet['rows'], name = '单元格'): WorkbookSheet => ({ name, columns, rows });

async function readBack(sheets: readonly WorkbookSheet[], mostRows?: number): Promise<Workbook> {
  const workbook = new Workbook();
  const bytes = await writeWorkbook(sheets, mostRows);
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

const valuesOf = (worksheet: Worksheet): unknown[][] => {
  const rows: unknown[][] = [];
  worksheet.eachRow((row) => rows.push([1, 2, 3].map((column) => row.getCell(column).value)));
  return rows;
};

describe('writeWorkbook', () => {
  it('writes texts as texts, numbers as numbers, and nothing as nothing', async () => {
    const workbook = await readBack([
      sheet([
        ['统计局', '-3.25', '约40'],
        ['林业局', '0', '7'],
        ['水务局', null, null],
      ]),
    ]);
    expect(valuesOf(workbook.worksheets[0]!)).toEqual([
      ['机关', '件数', '报告为'],
      ['统计局', -3.25, '约40'],
      ['林业局', 0, 7],
      ['水务局', null, null],
    ]);
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx', '＝1'])('guards the text %j, and does not make it a formula', async (text) => {
    const workbook = await readBack([sheet([[text, null, `${text}a`]])]);
    expect(workbook.worksheets[0]!.getCell('A2').value).toBe(`'${text}`);
    expect(workbook.worksheets[0]!.getCell('C2').value).toBe(`'${text}a`);
    expect(workbook.worksheets[0]!.getCell('A2').formula).toBeUndefined();
  });

  it('keeps as text what a number of a sheet would round', async () => {
    const workbook = await readBack([sheet([['财政局', '123456789.123456', '1234567890.123456']])]);
    expect(valuesOf(workbook.worksheets[0]!)[1]).toEqual(['财政局', 123456789.123456, '1234567890.123456']);
  });

  it('says at the end of a text that is longer than a cell how long it was', async () => {
    const workbook = await readBack([sheet([['长'.repeat(40_000), null, null]])]);
    const text = workbook.worksheets[0]!.getCell('A2').value as string;
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('… [40000]')).toBe(true);
  });

  it('keeps the sheets in order, takes rows from a stream, and goes on in another sheet where one is full', async () => {
    async function* stream(): AsyncGenerator<readonly (string | null)[]> {
      for (const each of ['甲', '乙', '丙', '丁', '戊']) yield [each, '1', null];
    }
    const workbook = await readBack([sheet([], '文件'), sheet(stream())], 3);
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['文件', 1],
      ['单元格', 3],
      ['单元格 2', 3],
      ['单元格 3', 2],
    ]);
    expect(workbook.worksheets[3]!.getCell('A2').value).toBe('戊');
  });

  it('refuses a row of another length and a number that is none', async () => {
    await expect(writeWorkbook([sheet([['统计局']])])).rejects.toThrow('1 values under 3 columns');
    await expect(writeWorkbook([sheet([['统计局', '约40', null]])])).rejects.toThrow('件数');
  });
});

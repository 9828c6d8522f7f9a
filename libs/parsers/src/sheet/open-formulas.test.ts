import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { Workbook } from 'exceljs';
import { readXlsx } from '../formats/xlsx-format';
import { parseReport } from '../parse-report';

/** What B1 prints, worked out or not, over cells of which D1 is 2.5, D2 blank, D3 the text 7, D4 a formula of B2, D5 an error. */
async function shown(formula: string): Promise<readonly [string, boolean]> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getCell('A1').value = '项';
  sheet.getCell('B1').value = { formula };
  sheet.getCell('B2').value = 40;
  sheet.getCell('B3').value = -0.2;
  sheet.getCell('B4').value = { formula: 'B2*2', result: 80 };
  ['D1', 'D3', 'D4', 'D5', 'D6', 'D7'].forEach((at, index) => {
    const values = [2.5, '7', { formula: 'SUM(B2,B3)' }, { error: '#DIV/0!' }, { formula: 'D7+1' }, { formula: 'D6+1' }] as const;
    sheet.getCell(at).value = values[index]! as never;
  });
  const { blocks } = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const cell = cells.find(({ place }) => place.row === 1 && place.column === 2);
  return [cell?.text ?? '', cell?.workedOut === true];
}

describe('a formula whose result the file does not keep', () => {
  it.each([
    ['SUM(B2:B4)', '119.8'],
    ['SUM($B$2,D1:D3)', '42.5'],
    ['sum( b2 , b3 )', '39.8'],
    ['B2+B3-D1', '37.3'],
    ['-B2+SUM(D1:D2)+0.5', '-37'],
    ['B2+D2', '40'],
    ['D4+D4', '79.6'],
    ['SUM(D4:B2)', '159.6'],
    ['IF(COUNT(B2,D2)=0,"",SUM(B2,D2))', '40'],
  ])('=%s is worked out', async (formula, printed) => {
    expect(await shown(formula)).toEqual([printed, true]);
  });

  it('is blank where our own workbook shows a blank', async () => {
    expect(await shown('IF(COUNT(D2,D3)=0,"",SUM(D2,D3))')).toEqual(['', false]);
  });

  it.each([
    'B2*2',
    'ROUND(B2,0)',
    'Sheet2!A1',
    'SUM(B2,D5)',
    'B2+D3',
    'D6',
    'SUM(D2:D3)',
    'SUM(E1:E9)',
    'SUM(A1:XFD1048576)',
    'B2+',
    'B2 B3',
    'AVERAGE(B2:B3)',
    'IF(COUNT(B2)=0,"",B2*2)',
  ])('=%s stands as it is, which is no number', async (formula) => {
    expect(await shown(formula)).toEqual([`=${formula}`, false]);
  });

  it('stands as it is where it is longer than any sum of a report', async () => {
    const formula = `B2${'+B2'.repeat(3000)}`;
    expect(await shown(formula)).toEqual([`=${formula}`, false]);
  });

  it('is taken with the confidence of a figure that the sums gave', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(['青禾县统计局2023年政府信息公开工作年度报告']);
    sheet.addRow(['cell', 'text']);
    sheet.addRow(['s3/new_received/natural_person', 3]);
    sheet.addRow(['s3/new_received/commercial_enterprise', 4]);
    sheet.addRow(['s3/new_received/total', { formula: 'B3+B4' }]);
    sheet.addRow(['s3/carried_in/total', { formula: 'B3*0' }]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const outcome = await parseReport({ bytes, fileName: 'a.xlsx', forms: FORMS, cells: CELLS, declared: DECLARED });
    const readings = outcome.ok ? outcome.report.readings : [];
    expect(readings.find(({ cell }) => cell === 's3/new_received/natural_person')).toMatchObject({ amount: 3n, confidence: 'exact' });
    expect(readings.find(({ cell }) => cell === 's3/new_received/total')).toMatchObject({ amount: 7n, raw: '7', confidence: 'inferred' });
    expect(readings.find(({ cell }) => cell === 's3/carried_in/total')).toMatchObject({ state: 'unreadable', raw: '=B3*0' });
  });
});

import { readCsv } from '../formats/csv-format';

const rowsOf = (text: string) =>
  readCsv(text).blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text).join('|')) : []));

describe('rows of a sheet that have lost their columns', () => {
  it('are those that end a cell early with nothing blank before', () => {
    expect(rowsOf('项,甲,乙,计\n一,1,0,1\n二,0,0,0\n三,4,4,\n四,2,,2')).toEqual([
      '项|甲|乙|计',
      '一|1|0|1',
      '二|0|0|0',
      '三|4；4',
      '四|2||2',
    ]);
  });

  it('are also those with blanks that end a cell early in the sum of the others, but not in any other figure', () => {
    expect(rowsOf('项,甲,乙,丙,丁,计\n一,1,0,0,0,1\n二,2,,3,5,\n三,2,,3,4,\n四,,,,,\n五,0,0,0,0,0')).toEqual([
      '项|甲|乙|丙|丁|计',
      '一|1|0|0|0|1',
      '二|2；3；5',
      '三|2||3|4|',
      '四|||||',
      '五|0|0|0|0|0',
    ]);
  });

  it('are not those of a table whose totals are left blank, or of one with fewer columns than another', () => {
    expect(rowsOf('项,甲,乙,计\n一,1,0,\n二,0,0,\n三,4,4,8')).toContain('一|1|0|');
    expect(rowsOf('项,甲,乙,计\n一,1,0,1\n二,2,2,4\n项,甲,乙,\n三,5,6,')).toContain('三|5|6|');
  });
});

import type { FormId } from '@gongkai/model';
import { checkReport } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';

function check(year: number, s2: FormId, s3: FormId) {
  const figures = new Map([...zeroes(s2)].filter(([cell]) => cell.startsWith('s2/')));
  for (const [cell, amount] of zeroes(s3)) if (!cell.startsWith('s2/')) figures.set(cell, amount);
  const report = reportOf('gb2021_30', figures, { year, title: null, period: null, forms: { s2, s3, s4: 'gb2021_30' } });
  return checkReport(inputOf(report)).map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);
}

const ONE_ROW = 'warning S3-ONE-ROW-OTHER 三(六)其他处理 × 总计：其他处理只有一行，现行格式为三行。';
const OLD_TWO = 'warning FMT-MIXED 二、主动公开政府信息情况：使用了国办公开办函〔2019〕60号的表格，应为国办公开办函〔2021〕30号的表格。';

describe('forms that are not those of the year', () => {
  it.each<[number, FormId, FormId, readonly string[]]>([
    [2023, 'gb2021_30', 'gb2021_30', []],
    [2020, 'gb2019_60', 'gb2019_60', []],
    [2023, 'gb2021_30', 'gb2019_60', [ONE_ROW]],
    [2023, 'gb2019_60', 'gb2021_30', [OLD_TWO]],
    [2023, 'gb2019_60', 'gb2019_60', [OLD_TWO, ONE_ROW].map((said) => said.replace('warning', 'error'))],
  ])('%i with section two of %s and three of %s', (year, s2, s3, expected) => {
    expect(check(year, s2, s3)).toEqual(expected);
  });
});

import type { Report } from '@gongkai/model';
import { checkReport } from '.';
import { inputOf, reportOf, zeroes } from '../fixtures/reports';

const check = (changes: Partial<Report>, expectedYear: number | null) =>
  checkReport(inputOf(reportOf('gb2021_30', zeroes('gb2021_30'), changes), { expectedYear })).map(
    ({ code, severity, message }) => `${severity} ${code} ${message.zh}`,
  );

describe('NV-YEAR', () => {
  it.each<[string, Partial<Report>, number | null, readonly string[]]>([
    ['accepts the year asked for', {}, 2023, []],
    ['asks for no year where none is expected', {}, null, []],
    ['reads full-width digits', { title: '青禾县２０２３年年度报告' }, 2023, []],
    [
      'refuses a report of another year',
      {},
      2024,
      [
        'error NV-YEAR 标题：应为 2024，报告为 2023。',
        'error NV-YEAR 统计期限：应为 2024-01-01 – 2024-12-31，报告为 2023-01-01 – 2023-12-31。',
      ],
    ],
    ['refuses a year left over in the title', { title: '青禾县2022年年度报告' }, 2023, ['error NV-YEAR 标题：应为 2023，报告为 2022。']],
    [
      'names the year itself where there is no title',
      { title: null, period: null },
      2022,
      ['error NV-YEAR 报告年度：应为 2022，报告为 2023。'],
    ],
    [
      'refuses a period that is not the whole year',
      { period: { from: '2023-01-01', to: '2023-11-30' } },
      2023,
      ['error NV-YEAR 统计期限：应为 2023-01-01 – 2023-12-31，报告为 2023-01-01 – 2023-11-30。'],
    ],
    [
      'warns where no year can be read',
      { year: null, title: null, period: null },
      2023,
      ['warning NV-YEAR 报告年度：标题和统计期限中没有可以识别的年份。'],
    ],
  ])('%s', (_, changes, expectedYear, expected) => {
    expect(check(changes, expectedYear)).toEqual(expected);
  });
});

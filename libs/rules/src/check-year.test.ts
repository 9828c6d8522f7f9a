import type { NamedYear, Report } from '@gongkai/model';
import { checkReport, disagreeingYears } from '.';
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
    [
      'quotes a period that is not the whole year',
      {
        period: { from: '2023-01-01', to: '2022-12-31' },
        years: [{ place: 'period', year: 2023, text: '统计期限为2023年1月1日至2022年12月31日' }],
      },
      2023,
      [
        'error NV-YEAR 统计期限：应为 2023-01-01 – 2023-12-31，报告为 2023-01-01 – 2022-12-31（“统计期限为2023年1月1日至2022年12月31日”）。',
      ],
    ],
    [
      'quotes what is printed for a year and is none',
      { period: null, years: [{ place: 'period', year: null, text: '统计期限自2023年1月1日起至202323年12月31日止' }] },
      2023,
      ['error NV-YEAR 统计期限：“统计期限自2023年1月1日起至202323年12月31日止”中的年份或者日期写错，无法识别。'],
    ],
    [
      'tells the years that disagree where none is asked for',
      {
        year: null,
        title: '青禾县政府信息公开工作年度报告',
        period: { from: '2021-01-01', to: '2021-12-31' },
        years: [
          { place: 'period', year: 2021, text: '统计期限为2021年' },
          { place: 'body', year: 2022, text: '2022年新收申请53件。' },
        ],
      },
      null,
      ['error NV-YEAR 报告中的年度不一致：统计期限为 2021（“统计期限为2021年”），正文为 2022（“2022年新收申请53件。”）。'],
    ],
    [
      'warns of a text that tells of another year only',
      { years: [{ place: 'body', year: 2022, text: '2022年度我局共主动公开信息77条。' }] },
      2023,
      ['warning NV-YEAR 正文：应为 2023，报告为 2022（“2022年度我局共主动公开信息77条。”）。'],
    ],
  ])('%s', (_, changes, expectedYear, expected) => {
    expect(check(changes, expectedYear)).toEqual(expected);
  });
});

describe('disagreeingYears', () => {
  const named = (place: NamedYear['place'], year: number, text = String(year)): NamedYear => ({ place, year, text });
  it.each<[string, number | null, readonly NamedYear[], readonly number[]]>([
    ['nothing where all agree', 2023, [named('title', 2023), named('period', 2023), named('signature', 2023, '2024-01-15')], []],
    ['nothing where nothing names a year', null, [named('signature', 2023, '2024-01-15')], []],
    ['nothing of a report signed in the last weeks of its year', 2023, [named('title', 2023), named('signature', 2022, '2023-12-29')], []],
    ['a period beside the title', 2022, [named('title', 2022), named('period', 2021)], [2022, 2021]],
    ['a text beside the period', null, [named('period', 2021), named('body', 2022)], [2021, 2022]],
    ['a date of signing', 2022, [named('title', 2022), named('signature', 2023, '2024-01-15')], [2022, 2023]],
    ['a date of signing beside the period alone', null, [named('period', 2021), named('signature', 2022, '2023-01-15')], [2021, 2022]],
  ])('tells %s', (_, year, years, expected) => {
    expect(disagreeingYears({ year, years }).map((one) => one.year)).toEqual(expected);
  });
});

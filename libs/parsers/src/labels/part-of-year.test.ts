import { saysPartOfYear } from './part-of-year';

it.each([
  '2024年上半年',
  '（2024年1月至6月）',
  '统计时间：2024年7月1日—2024年12月31日',
  '2024年1-9月',
  '三季度数据',
  '截至2024年9月30日',
  '二、主动公开政府信息情况（下半年）',
  '二〇二四年一月至十一月',
])('%s is a part of a year', (text) => expect(saysPartOfYear(text)).toBe(true));

it.each([
  '2024年度',
  '统计期限：2024年1月1日至2024年12月31日',
  '（2024年1-12月）',
  '截至2024年12月31日',
  '单位：件',
  '2024年',
  '第二十条第（一）项',
  '二〇二四年一月一日至十二月三十一日',
])('%s is none', (text) => expect(saysPartOfYear(text)).toBe(false));

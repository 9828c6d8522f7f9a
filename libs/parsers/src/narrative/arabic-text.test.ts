import { arabicText, chineseAmount } from './arabic-text';

describe('chineseAmount', () => {
  it.each([
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['三千零五', 3005],
    ['一万二千', 12_000],
    ['二十三万', 230_000],
  ])('%s is %d', (numeral, amount) => {
    expect(chineseAmount(numeral)).toBe(amount);
  });

  it.each(['一一', '十百', '万', '百千', '一百零', '二〇二三'])('%s is no numeral', (numeral) => {
    expect(chineseAmount(numeral)).toBeNull();
  });
});

describe('arabicText', () => {
  it.each([
    ['公开 信息 十二 件，', '公开信息12件,'],
    ['申请三百余件', '申请300余件'],
    ['第二十条', '第二十条'],
    ['几十件、数百条', '几十件、数百条'],
    ['二〇二三年收到一件', '二〇二三年收到1件'],
    ['１２件', '12件'],
  ])('%s becomes %s', (text, expected) => {
    expect(arabicText(text)).toBe(expected);
  });
});

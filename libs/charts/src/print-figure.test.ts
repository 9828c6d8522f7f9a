import { printExact, printTick, printWithUnit } from './print-figure';

describe('printExact', () => {
  it('parts thousands and keeps every digit', () => {
    expect(printExact('1234567')).toBe('1,234,567');
    expect(printExact('-1234.311082')).toBe('-1,234.311082');
    expect(printExact('999')).toBe('999');
    expect(printExact('123456789012345678901')).toBe('123,456,789,012,345,678,901');
  });
});

describe('printWithUnit', () => {
  it('says the unit, and shares in percent', () => {
    expect(printWithUnit('24252.311082', 'cny_10k', 'zh')).toBe('24,252.311082 万元');
    expect(printWithUnit('12', 'piece', 'en')).toBe('12 pieces');
    expect(printWithUnit('0.666667', 'share', 'zh')).toBe('66.67%');
  });
});

describe('printTick', () => {
  it('shortens with 万 and 亿 in Chinese, with k, m and bn in English', () => {
    expect(printTick(9_999, 'piece', 'zh')).toBe('9999');
    expect(printTick(3_985_758, 'piece', 'zh')).toBe('398.58万');
    expect(printTick(250_000_000, 'piece', 'zh')).toBe('2.5亿');
    expect(printTick(3_985_758, 'piece', 'en')).toBe('3.99m');
  });

  it('turns 万元 into 元 before it shortens', () => {
    expect(printTick(25_000, 'cny_10k', 'zh')).toBe('2.5亿元');
    expect(printTick(500, 'cny_10k', 'zh')).toBe('500万元');
    expect(printTick(500, 'cny_10k', 'en')).toBe('CNY 5m');
  });
});

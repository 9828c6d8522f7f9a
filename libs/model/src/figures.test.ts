import { divideFigures, printFigure, readFigure } from './figures';

describe('figures', () => {
  it('keeps six decimals of 万元 exactly and prints them as they were', () => {
    expect(readFigure('24252.311082', 'cny_10k')).toBe(24252311082n);
    expect(printFigure(24252311082n, 'cny_10k')).toBe('24252.311082');
    expect(printFigure(readFigure('0.1', 'cny_10k')! + readFigure('0.2', 'cny_10k')!, 'cny_10k')).toBe('0.3');
  });

  it('refuses what is finer than 分 and what is not a number', () => {
    expect(readFigure('1.0000001', 'cny_10k')).toBeNull();
    expect(readFigure('1.5', 'piece')).toBeNull();
    expect(readFigure('', 'piece')).toBeNull();
    expect(readFigure('1e3', 'piece')).toBeNull();
    expect(readFigure('9'.repeat(15), 'piece')).toBe(999999999999999n);
    expect(readFigure('9223372036854775807', 'piece')).toBeNull();
  });

  it('keeps the sign of 本年增/减', () => {
    expect(readFigure('+2', 'item')).toBe(2n);
    expect(readFigure('-18', 'item')).toBe(-18n);
    expect(printFigure(-18n, 'item')).toBe('-18');
  });

  it('divides to six digits, rounding half away from zero', () => {
    expect(divideFigures(2n, 3n)).toBe('0.666667');
    expect(divideFigures(1n, 2_000_000n)).toBe('0.000001');
    expect(divideFigures(-1n, 3n)).toBe('-0.333333');
    expect(divideFigures(5n, 1n)).toBe('5.000000');
  });
});

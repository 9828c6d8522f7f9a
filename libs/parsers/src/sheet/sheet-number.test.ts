import { printNumber } from './sheet-number';

describe('printNumber', () => {
  it.each([
    [1204, undefined, '1204'],
    [1204, 'General', '1204'],
    [1204, 'G/通用格式', '1204'],
    [1204, '0', '1204'],
    [1204, '#,##0', '1,204'],
    [1234567, '#,##0_);[Red]\\(#,##0\\)', '1,234,567'],
    [0, '#,##0;-#,##0;"-"', '0'],
    [772.35, '0.00', '772.35'],
    [772.3, '0.00_ ', '772.30'],
    [12, '0"件"', '12件'],
    [3.5, '0.0"万元"', '3.5万元'],
    [-18, '0', '-18'],
    [0.1 + 0.2, 'General', '0.3'],
    [123456789012345, '0', '123456789012345'],
  ])('%d as %s is %s', (value, format, printed) => {
    expect(printNumber(value, format)).toBe(printed);
  });

  it.each([
    [12, ';;;', '1\u03362\u0336'],
    [0, '0;-0;;@', '0\u0336'],
    [12, '0;-0;;@', '12'],
    [12, '[White]0', '1\u03362\u0336'],
  ])('%d as %s is struck out where nothing of it is seen', (value, format, printed) => {
    expect(printNumber(value, format)).toBe(printed);
  });

  it('never prints fewer digits than the number has', () => {
    expect(printNumber(3.7, '0')).toBe('3.7');
    expect(printNumber(772.3456, '0.00')).toBe('772.3456');
  });

  it.each(['0%', '0.0,', '#,##0,', '0!.0,', '0!.0,"万"', '#!.####"万元"', '# ?/?', '0.00E+00', 'yyyy', '[>100]0'])(
    'a format that prints something else (%s) is no figure',
    (format) => {
      expect(printNumber(7723500, format)).toBe(`7723500 [?${format}]`);
    },
  );

  it('says what is no number', () => {
    expect(printNumber(Number.NaN, '0')).toBe('NaN');
    expect(printNumber(1e-9, 'General')).toBe('1e-9');
  });
});

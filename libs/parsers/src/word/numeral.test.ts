import { numeral } from './numeral';

describe('numeral', () => {
  it.each([
    ['chineseCounting', [1, 10, 11, 20, 21, 99, 100], ['一', '十', '十一', '二十', '二十一', '九十九', '100']],
    ['ideographDigital', [1, 10], ['一', '一〇']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['upperRoman', [4, 19], ['IV', 'XIX']],
    ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
    ['decimalZero', [3], ['03']],
    ['none', [3], ['']],
    ['no such format', [3], ['3']],
  ])('%s', (format, values, printed) => {
    expect(values.map((value) => numeral(value, format))).toEqual(printed);
  });
});

const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const CIRCLED = 0x245f;
const ROMAN: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

const CHINESE = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
]);

/** A number as an automatic numbering of that format prints it (ECMA-376 part 1, 17.18.59 ST_NumberFormat); a format we do not know counts in decimals. */
export function numeral(value: number, format: string): string {
  if (CHINESE.has(format)) return chinese(value);
  switch (format) {
    case 'none':
      return '';
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => DIGITS.charAt(Number(digit))).join('');
    case 'ideographTraditional':
      return STEMS.charAt(value - 1) || String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(CIRCLED + value) : String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    default:
      return String(value);
  }
}

/** Up to 99, as headings are counted: 二十一. */
function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : DIGITS.charAt(value % 10);
  return (tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`) + ones;
}

function roman(value: number): string {
  let rest = value > 3999 ? 0 : value;
  let text = '';
  for (const [letter, worth] of ROMAN) {
    while (rest >= worth) {
      text += letter;
      rest -= worth;
    }
  }
  return text || String(value);
}

/** a … z, aa, bb … */
function letters(value: number): string {
  if (value < 1 || value > 260) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

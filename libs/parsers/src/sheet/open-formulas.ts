/** A formula whose result the file does not keep: libraries write formulas, office programs work them out. */
export interface OpenFormula {
  readonly text: string;
  /** A number as its cell prints it. */
  readonly print: (number: number) => string;
}

/** What formulas of a sheet may refer to, by row and column. */
export interface FormulaSheet {
  readonly numbers: ReadonlyMap<string, number>;
  /** What is printed in cells that hold no number. */
  readonly words: ReadonlyMap<string, string>;
  readonly formulas: ReadonlyMap<string, OpenFormula>;
}

/** A number in units of the last decimal place; null where nobody but an office program can tell. */
type Worked = bigint | 'words' | 'empty' | null;

/** Decimal places that are reckoned with; figures of a report have six at most. */
const PLACES = 9;
const UNIT = 10n ** BigInt(PLACES);
const MOST = BigInt(Number.MAX_SAFE_INTEGER);
const DECIMAL = new RegExp(`^(-?)(\\d{1,15})(?:\\.(\\d{1,${PLACES}}))?$`);
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const CELLS = `${CELL}(?::${CELL})?(?:,${CELL}(?::${CELL})?)*`;
/** As the sums of our own workbook are written: blank where no part holds a number. */
const BLANK_BESIDE_BLANKS = new RegExp(`^IF\\(COUNT\\((${CELLS})\\)=0,"",(.*)\\)$`);
const TERM = new RegExp(`([-+]?)(?:SUM\\((${CELLS})\\)|(${CELL})|(\\d{1,15}(?:\\.\\d{1,${PLACES}})?))`, 'y');
const LONGEST = 4000;
/** Cells that the formulas of one sheet may look at: no report has so many, and each takes time. */
const MOST_LOOKED_AT = 100_000;
const DEEPEST = 12;

export function gridKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/** Results of the formulas that only add up cells of their own sheet, as an office program would; `''` is a blank. */
export function workOut(sheet: FormulaSheet): ReadonlyMap<string, string> {
  const reckoner = new Reckoner(sheet);
  const results = [...sheet.formulas].map(([key, { print }]) => [key, printed(reckoner.valueOf(key, 0), print)] as const);
  return new Map(results.flatMap(([key, text]) => (text === null ? [] : [[key, text] as const])));
}

function printed(worked: Worked, print: OpenFormula['print']): string | null {
  if (worked === null) return null;
  return typeof worked === 'bigint' ? print(numberOf(worked)) : '';
}

class Reckoner {
  private readonly known = new Map<string, Worked>();
  private left = MOST_LOOKED_AT;

  constructor(private readonly sheet: FormulaSheet) {}

  valueOf(key: string, depth: number): Worked {
    const formula = this.sheet.formulas.get(key);
    if (formula === undefined) return this.kept(key);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // Whatever refers to itself has no value.
    this.known.set(key, null);
    const worked = depth > DEEPEST ? null : this.reckon(formula.text, depth + 1);
    this.known.set(key, worked);
    return worked;
  }

  private kept(key: string): Worked {
    const number = this.sheet.numbers.get(key);
    if (number !== undefined) return unitsOf(String(number));
    const words = this.sheet.words.get(key);
    if (words === undefined) return 'empty';
    return words.startsWith('#') ? null : 'words';
  }

  private reckon(written: string, depth: number): Worked {
    if (written.length > LONGEST) return null;
    const formula = written.replace(/\s/g, '').toUpperCase();
    const [, counted, whenCounted] = BLANK_BESIDE_BLANKS.exec(formula) ?? [];
    if (counted === undefined || whenCounted === undefined) return this.sumOf(formula, depth);
    const values = this.valuesIn(counted, depth);
    if (values.includes(null)) return null;
    return values.some((value) => typeof value === 'bigint') ? this.sumOf(whenCounted, depth) : 'words';
  }

  /** `SUM(D5:J5)`, `B3+B4-B5` and both together. */
  private sumOf(formula: string, depth: number): Worked {
    let sum = 0n;
    let at = 0;
    while (at < formula.length) {
      TERM.lastIndex = at;
      const [term = '', sign = '', cells, cell, number] = TERM.exec(formula) ?? [];
      const value = cells === undefined ? this.operand(cell, number, depth) : this.added(cells, depth);
      if (term === '' || value === null || (at > 0 && sign === '')) return null;
      sum += sign === '-' ? -value : value;
      at += term.length;
    }
    return at > 0 && sum <= MOST * UNIT && sum >= -MOST * UNIT ? sum : null;
  }

  /** An operator takes a blank for 0 and fails on words. */
  private operand(cell: string | undefined, number: string | undefined, depth: number): bigint | null {
    if (number !== undefined) return unitsOf(number);
    const [value = null] = cell === undefined ? [] : this.valuesIn(cell, depth);
    return value === 'empty' ? 0n : value === 'words' ? null : value;
  }

  /** SUM passes over blanks and words; where there is nothing else its 0 would be a figure that nobody wrote. */
  private added(cells: string, depth: number): bigint | null {
    const values = this.valuesIn(cells, depth);
    const numbers = values.filter((value) => typeof value === 'bigint');
    return values.includes(null) || numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value);
  }

  private valuesIn(cells: string, depth: number): readonly Worked[] {
    return cells.split(',').flatMap((range) => {
      const [from, to = from] = range.split(':').map(placeOf);
      if (from === undefined || to === undefined) return [null];
      const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
      const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
      this.left -= (bottom - top + 1) * (right - left + 1);
      if (this.left < 0) return [null];
      return numbersFrom(top, bottom).flatMap((row) => numbersFrom(left, right).map((column) => this.valueOf(gridKey(row, column), depth)));
    });
  }
}

function unitsOf(decimal: string): bigint | null {
  const [, minus, whole = '', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (minus === undefined) return null;
  const units = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return minus === '' ? units : -units;
}

/** The number nearest to it, as a file would keep it. */
function numberOf(units: bigint): number {
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0');
  return Number(`${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`);
}

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  return { row: Number(digits), column: [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) };
}

function numbersFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

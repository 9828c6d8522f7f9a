/** For each column the columns before it whose sum it is; null where it is no total. */
export type DigitSums = readonly (readonly number[] | null)[];

/** Longer numbers are no counts. */
const LONGEST = 9;
/** So many ways cannot be told apart by anything else either. */
const ENOUGH = 20;
const MOST_STEPS = 10_000;

interface Search {
  readonly parts: readonly string[];
  readonly sums: DigitSums;
  readonly found: (readonly string[])[];
  steps: number;
}

/**
 * The ways in which digits that ran together can be cut into one number a column, so that every total is the sum of its
 * columns: `640020470` is 64 0 0 2 0 4 70. Parts are known to be apart; no number begins with a zero. Null where there are too many to try.
 */
export function cutDigits(parts: readonly string[], sums: DigitSums): readonly (readonly string[])[] | null {
  const search: Search = { parts, sums, found: [], steps: 0 };
  cutFrom(search, 0, 0, []);
  return search.steps > MOST_STEPS || search.found.length === ENOUGH ? null : search.found;
}

function cutFrom(search: Search, part: number, at: number, cut: readonly string[]): void {
  const { parts, sums, found } = search;
  search.steps += 1;
  if (found.length === ENOUGH || search.steps > MOST_STEPS) return;
  const text = parts[part];
  if (text === undefined || cut.length === sums.length) {
    if (text === undefined && cut.length === sums.length) found.push(cut);
    return;
  }
  for (const number of numbersAt(text, at)) {
    if (!isTotal(number, cut, sums[cut.length] ?? null)) continue;
    const end = at + number.length;
    const left = text.length - end + parts.slice(part + 1).reduce((sum, { length }) => sum + length, 0);
    if (left < sums.length - cut.length - 1) break;
    if (end === text.length) cutFrom(search, part + 1, 0, [...cut, number]);
    else cutFrom(search, part, end, [...cut, number]);
  }
}

/** What is not digits alone stays whole. */
function numbersAt(text: string, at: number): readonly string[] {
  if (!/^\d+$/.test(text)) return [text];
  if (text.charAt(at) === '0') return ['0'];
  const most = Math.min(LONGEST, text.length - at);
  return Array.from({ length: most }, (_, index) => text.slice(at, at + index + 1));
}

function isTotal(number: string, cut: readonly string[], columns: readonly number[] | null): boolean {
  return columns === null || Number(number) === columns.reduce((sum, column) => sum + Number(cut[column]), 0);
}

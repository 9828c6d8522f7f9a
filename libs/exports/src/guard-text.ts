const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

/** A text that a sheet would run as a formula, made harmless by a leading `'`; every other text unchanged. */
export function guardText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

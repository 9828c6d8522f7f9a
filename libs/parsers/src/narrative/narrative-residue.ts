import { readFigure, type Declaration, type Residue, type SectionCode } from '@gongkai/model';

/** Digits that count nothing: addresses, telephone and document numbers, dates, ordinals and numbering. */
const NOT_COUNTS = [
  /https?:\/\/[\w./?=&%#:-]{1,300}/g,
  /[\w.-]{1,60}@[\w.-]{1,60}/g,
  /(?<!\d)\d{3,4}[-—－]{1,2}\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/g,
  /[〔[(（【]\d{4}[〕\])）】]第?\d{0,4}号?|(?<!\d)\d{1,6}号/g,
  /(?<!\d)\d{4}年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|(?<!\d)\d{1,2}月(?:\d{1,2}日)?|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g,
  /第\d{1,6}/g,
  /(?<=^|\n)\s{0,20}[(（]?\d{1,2}[)）.．、](?!\d)/g,
];
const NUMBER = /\d[\d,]{0,30}(?:\.\d{1,12})?%?/g;
/** 1. before words numbers them. */
const NUMBERING = /(?<![\d.])\d{1,2}[.．](?=\s{0,4}\p{Script=Han})/gu;
/** Too short to be the number of a telephone. */
const FIGURE = /^\d{1,8}$/;
/** Stands for words of the form, before which a number may stand without a sign. */
const WORD = '\uE000';
const LABEL_NUMBER = new RegExp(`(?<=^|\\s)\\d{1,2}(?=${WORD})`, 'g');
const AROUND = 12;

/** Numbers of the narrative that no declaration claimed, each with the words around it. */
export function narrativeResidue(
  narrative: readonly { readonly section: SectionCode; readonly text: string }[],
  declared: readonly Declaration[],
): readonly Residue[] {
  return narrative.flatMap(({ section, text }) => {
    const quotations = declared.filter((one) => one.section === section);
    const masked = maskedText(text);
    const claimed = quotations.reduce<readonly Span[]>((spans, one) => {
      const span = claimedSpan(masked, text, one, spans);
      return span ? [...spans, span] : spans;
    }, []);
    return [...masked.matchAll(NUMBER)]
      .filter(({ index }) => !claimed.some((span) => span.from <= index && index < span.to))
      .map((match) => ({ ...numberAt(text, match), section, place: null }));
  });
}

/** A number as it stands in a text. */
export interface PrintedNumber {
  readonly raw: string;
  readonly context: string;
}

/** The numbers of a text that count something, without those in words of the form. */
export function numbersIn(text: string, words: RegExp): readonly PrintedNumber[] {
  if (!/[\d０-９]/.test(text)) return [];
  if (FIGURE.test(text)) return [{ raw: text, context: text }];
  const unnumbered = blankOut(maskedText(text), NUMBERING).replace(words, (word) => WORD.repeat(word.length));
  const masked = blankOut(unnumbered, LABEL_NUMBER);
  return [...masked.matchAll(NUMBER)].map((match) => numberAt(text, match));
}

function numberAt(text: string, { 0: found, index }: RegExpExecArray): PrintedNumber {
  const raw = found.replace(/,+$/, '');
  return { raw, context: text.slice(Math.max(0, index - AROUND), index + raw.length + AROUND).replaceAll('\n', ' ') };
}

/** Whether a declared amount (money being kept in 分) is this number. */
export function isAmount(raw: string, amount: bigint): boolean {
  return (['piece', 'cny', 'cny_10k'] as const).some((unit) => readFigure(raw.replaceAll(',', ''), unit) === amount);
}

/** With what counts nothing blanked out. */
function maskedText(text: string): string {
  return NOT_COUNTS.reduce(blankOut, narrowDigits(text));
}

/** Full-width digits as ordinary ones; every other character and the length stay. */
function narrowDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/(?<=\d)，(?=\d{3}(?!\d))/g, ',');
}

function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the declared number stands: the first equal number (money being kept in 分) within the quoted sentence that no other declaration claimed. */
function claimedSpan(masked: string, text: string, { amount, quotation }: Declaration, claimed: readonly Span[]): Span | null {
  const start = text.indexOf(quotation);
  if (start < 0) return null;
  for (const match of masked.slice(start, start + quotation.length).matchAll(NUMBER)) {
    const from = start + match.index;
    if (isAmount(match[0], amount) && claimed.every((span) => span.from !== from)) return { from, to: from + match[0].length };
  }
  return null;
}

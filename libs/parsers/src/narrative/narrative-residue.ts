import { readFigure, type Declaration, type Residue, type SectionCode } from '@gongkai/model';

/** Digits that count nothing: addresses, telephone and document numbers, dates, ordinals and numbering. */
const NOT_COUNTS = [
  /https?:\/\/[\w./?=&%#:-]{1,300}/g,
  /[\w.-]{1,60}@[\w.-]{1,60}/g,
  /(?<!\d)\d{3,4}[-—－]{1,2}\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/g,
  /[〔[(（【]\d{4}[〕\])）】]第?\d{0,4}号?|(?<!\d)\d{1,6}号/g,
  /(?<!\d)\d{4}年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|(?<!\d)\d{1,2}月(?:\d{1,2}日)?|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g,
  /第\d{1,6}/g,
  /(?<=^|\n)\s{0,20}[(（]?\d{1,2}[)）.．、]/g,
];
const NUMBER = /\d[\d,]{0,30}(?:\.\d{1,12})?%?/g;
const AROUND = 12;

/** Numbers of the narrative that no declaration claimed, each with the words around it. */
export function narrativeResidue(
  narrative: readonly { readonly section: SectionCode; readonly text: string }[],
  declared: readonly Declaration[],
): readonly Residue[] {
  return narrative.flatMap(({ section, text }) => {
    const quotations = declared.filter((one) => one.section === section);
    const masked = NOT_COUNTS.reduce(blankOut, narrowDigits(text));
    const claimed = quotations.reduce<readonly Span[]>((spans, one) => {
      const span = claimedSpan(masked, text, one, spans);
      return span ? [...spans, span] : spans;
    }, []);
    return [...masked.matchAll(NUMBER)]
      .filter(({ index }) => !claimed.some((span) => span.from <= index && index < span.to))
      .map((match) => {
        const raw = match[0].replace(/,+$/, '');
        const context = text.slice(Math.max(0, match.index - AROUND), match.index + raw.length + AROUND).replaceAll('\n', ' ');
        return { raw, context, section, place: null };
      });
  });
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
    const same = (['piece', 'cny', 'cny_10k'] as const).some((unit) => readFigure(match[0].replaceAll(',', ''), unit) === amount);
    if (same && claimed.every((span) => span.from !== from)) return { from, to: from + match[0].length };
  }
  return null;
}

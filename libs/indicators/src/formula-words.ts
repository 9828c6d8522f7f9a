import type { CellId, Form, Indicator, SeriesPoint, Words } from '@gongkai/model';

/** How the cells of a form are called. */
export type CellWords = (form: Form, cell: CellId) => Words;

/** What an indicator adds up and divides, in the words of each of the forms: those behind a point, or the one in force where it has no value. */
export function formulaWords(indicator: Indicator, forms: readonly Form[], wordsOf: CellWords): Words {
  const formulas = forms.flatMap((form) => formulaIn(form, indicator, wordsOf) ?? []);
  const [first, ...others] = formulas;
  if (first === undefined) {
    return {
      zh: `${indicator.title.zh}：该年度的表式没有这一项。`,
      en: `${indicator.title.en}: the form of the year does not ask for it.`,
    };
  }
  if (others.every(({ words }) => words.zh === first.words.zh)) return assigned(indicator, first.words);
  return {
    zh: formulas.map(({ form, words }) => `${form.document}：${assigned(indicator, words).zh}`).join('；'),
    en: formulas.map(({ form, words }) => `${form.title.en}: ${assigned(indicator, words).en}`).join('; '),
  };
}

/** The formula with its figures, e.g. 128 ÷ 160 = 0.800000, each a sum over the agencies behind it. Null where there is no value. */
export function workedWords(point: SeriesPoint, agencies: number): Words | null {
  const { numerator, denominator, value } = point;
  if (value === null || numerator === null) return null;
  const sum = denominator === null ? value : `${numerator} ÷ ${denominator} = ${value}`;
  return {
    zh: denominator === null ? `${agencies} 个单位之和 = ${sum}` : `${sum}（分子、分母各为 ${agencies} 个单位之和）`,
    en: denominator === null ? `sum over ${agencies} agencies = ${sum}` : `${sum} (both sums over ${agencies} agencies)`,
  };
}

function formulaIn(form: Form, indicator: Indicator, wordsOf: CellWords): { readonly form: Form; readonly words: Words } | null {
  const terms = indicator.terms[form.id];
  if (terms === undefined) return null;
  const wordsIn = (cells: readonly CellId[]): readonly Words[] => cells.map((cell) => wordsOf(form, cell));
  const of = sumWords(wordsIn(terms.of), terms.over.length > 0);
  if (terms.over.length === 0) return { form, words: of };
  const over = sumWords(wordsIn(terms.over), true);
  return { form, words: { zh: `${of.zh} ÷ ${over.zh}`, en: `${of.en} ÷ ${over.en}` } };
}

function assigned({ title }: Indicator, words: Words): Words {
  return { zh: `${title.zh} = ${words.zh}`, en: `${title.en} = ${words.en}` };
}

function sumWords(words: readonly Words[], bracketed: boolean): Words {
  const joined = { zh: words.map(({ zh }) => `“${zh}”`).join(' + '), en: words.map(({ en }) => `“${en}”`).join(' + ') };
  return words.length > 1 && bracketed ? { zh: `（${joined.zh}）`, en: `(${joined.en})` } : joined;
}

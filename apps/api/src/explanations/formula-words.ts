import { formInForce, formOf } from '@gongkai/catalogue';
import type { CellId, Form, FormId, Indicator, SeriesPoint, Words } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';

/** What an indicator adds up and divides, in the words of each form behind the point; of the form in force where there is no value. */
export function formulaWords(indicator: Indicator, point: SeriesPoint): Words {
  const inForce = formInForce(point.year)?.id;
  const forms: readonly FormId[] = point.forms.length > 0 || inForce === undefined ? point.forms : [inForce];
  const formulas = forms.flatMap((id) => formulaIn(formOf(id), indicator) ?? []);
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

function formulaIn(form: Form, indicator: Indicator): { readonly form: Form; readonly words: Words } | null {
  const terms = indicator.terms[form.id];
  if (terms === undefined) return null;
  const of = sumWords(form, terms.of, terms.over.length > 0);
  if (terms.over.length === 0) return { form, words: of };
  const over = sumWords(form, terms.over, true);
  return { form, words: { zh: `${of.zh} ÷ ${over.zh}`, en: `${of.en} ÷ ${over.en}` } };
}

function assigned({ title }: Indicator, words: Words): Words {
  return { zh: `${title.zh} = ${words.zh}`, en: `${title.en} = ${words.en}` };
}

function sumWords(form: Form, cells: readonly CellId[], bracketed: boolean): Words {
  const words = cells.map((cell) => cellWords(form, cell));
  const joined = { zh: words.map(({ zh }) => `“${zh}”`).join(' + '), en: words.map(({ en }) => `“${en}”`).join(' + ') };
  return cells.length > 1 && bracketed ? { zh: `（${joined.zh}）`, en: `(${joined.en})` } : joined;
}

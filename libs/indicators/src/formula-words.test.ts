import { CELLS, FORMS, INDICATORS, cellOf, formOf, indicatorOf } from '@gongkai/catalogue';
import type { CellState } from '@gongkai/model';
import { pointFrom, sumRow } from '../fixtures/rows';
import { type CellWords, absenceIn, formulaWords, workedWords } from '.';

const wordsOf: CellWords = (_, cell) => ({ zh: cell, en: cell.toUpperCase() });
const FORM = formOf('gb2021_30');

describe('a formula in words', () => {
  it('names every cell that is added up, and divides one sum by the other', () => {
    expect(formulaWords(indicatorOf('new_received'), [FORM], wordsOf).zh).toBe('新收申请 = “s3/new_received/total”');
    expect(formulaWords(indicatorOf('disclosure_rate'), [FORM], wordsOf)).toEqual({
      zh: '公开率 = （“s3/granted/total” + “s3/partially_granted/total”） ÷ “s3/total_processed/total”',
      en: `${indicatorOf('disclosure_rate').title.en} = (“S3/GRANTED/TOTAL” + “S3/PARTIALLY_GRANTED/TOTAL”) ÷ “S3/TOTAL_PROCESSED/TOTAL”`,
    });
    for (const indicator of INDICATORS)
      for (const form of FORMS) {
        const { zh } = formulaWords(indicator, [form], wordsOf);
        const { of = [], over = [] } = indicator.terms[form.id] ?? {};
        for (const cell of [...of, ...over]) expect(zh).toContain(`“${cell}”`);
      }
  });

  it('is said once where the forms say the same, else by the name of each', () => {
    expect(formulaWords(indicatorOf('new_received'), FORMS, wordsOf).zh).toBe('新收申请 = “s3/new_received/total”');
    const byForm: CellWords = (form, cell) => ({ zh: `${form.id} ${cell}`, en: cell });
    expect(formulaWords(indicatorOf('new_received'), FORMS, byForm).zh.split('；')).toEqual(
      FORMS.map(({ id, document }) => `${document}：新收申请 = “${id} s3/new_received/total”`),
    );
  });

  it('says where no form asks', () => {
    expect(formulaWords(indicatorOf('fees'), [formOf('gb2019_60')], wordsOf).zh).toContain('该年度的表式没有这一项');
    expect(formulaWords(indicatorOf('fees'), [], wordsOf).en).toContain('does not ask for it');
  });
});

describe('a formula with its figures', () => {
  const rate = indicatorOf('disclosure_rate');
  it('is the sum, or both sums divided, and who is in them', () => {
    expect(workedWords(pointFrom(rate, [sumRow('gb2021_30', '128', '160', 9)]), 9)!.zh).toBe(
      '128 ÷ 160 = 0.800000（分子、分母各为 9 个单位之和）',
    );
    expect(workedWords(pointFrom(indicatorOf('new_received'), [sumRow('gb2021_30', '7', null, 3)]), 3)).toEqual({
      zh: '3 个单位之和 = 7',
      en: 'sum over 3 agencies = 7',
    });
    expect(workedWords(pointFrom(rate, []), 0)).toBeNull();
    expect(workedWords(pointFrom(rate, [sumRow('gb2021_30', '0', '0', 9)]), 9)).toBeNull();
  });
});

describe('an absence', () => {
  const rate = indicatorOf('disclosure_rate');
  const edition = (absent: Readonly<Record<string, CellState>>) => ({
    figures: CELLS.map(({ position }) => (String(position) in absent ? null : '1')),
    states: absent,
  });
  const at = (cell: string): string => String(cellOf(cell as never).position);
  const why = (absent: Readonly<Record<string, CellState>>) => absenceIn(edition(absent), { indicator: rate, form: 'gb2021_30' }, cellOf);

  it('is told by the first needed cell that holds no figure, of both sums', () => {
    expect(why({ [at('s3/granted/total')]: 'blank', [at('s3/total_processed/total')]: 'mark' })).toBe('blank');
    expect(why({ [at('s3/total_processed/total')]: 'unreadable' })).toBe('unreadable');
    expect(why({ [at('s3/new_received/total')]: 'blank' })).toBe('not_comparable');
  });

  it('is of the form where it has no such figure, and a fault where a number has none', () => {
    expect(absenceIn(edition({}), { indicator: indicatorOf('fees'), form: 'gb2019_60' }, cellOf)).toBe('not_in_form');
    expect(() => why({ [at('s3/granted/total')]: 'number' })).toThrow('a number without a figure');
  });
});

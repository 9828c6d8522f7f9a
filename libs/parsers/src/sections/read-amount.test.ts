import type { Cell } from '@gongkai/model';
import { readAmount } from './read-amount';

const count: Pick<Cell, 'unit' | 'signed'> = { unit: 'request', signed: false };
const signed: Pick<Cell, 'unit' | 'signed'> = { unit: 'item', signed: true };
const fees: Pick<Cell, 'unit' | 'signed'> = { unit: 'cny_10k', signed: false };
const procurement: Pick<Cell, 'unit' | 'signed'> = { unit: 'cny', signed: false };

describe('readAmount', () => {
  it.each([
    ['0', 0n],
    ['零', 0n],
    ['〇', 0n],
    ['26', 26n],
    ['007', 7n],
    ['１２３', 123n],
    ['1,234', 1234n],
    ['1，234，567', 1234567n],
    [' 5 ', 5n],
    ['3\u200b', 3n],
    ['12件', 12n],
    ['7 宗', 7n],
    ['12.0', 12n],
  ])('reads the count %j', (raw, amount) => {
    expect(readAmount(raw, count, '总计')).toEqual({ state: 'number', amount, unit: 'request', doubt: null });
  });

  it.each(['', ' ', '\u00a0', '\u200b'])('finds nothing in %j', (raw) => {
    expect(readAmount(raw, count, '')).toEqual({ state: 'blank', doubt: null });
  });

  it.each(['/', '／', '-', '--', '—', '——', '－', '–', '−', '无', '\\', ' / '])('takes %j for a mark', (raw) => {
    expect(readAmount(raw, count, '')).toEqual({ state: 'mark', doubt: null });
  });

  it.each([
    '1,23',
    '12,',
    '三',
    '12人5',
    '1½',
    '³/₄',
    '2⁻¹',
    '⒈28',
    '（1）128',
    '12(345)',
    '12\n(3)',
    '22（约）',
    '22（应为23）',
    '22（应\n为23）',
    '3（万）',
    '5\u0336',
    '#1',
    '12\ufe0f\u20e3',
    '772₃₅',
    '①',
    '¹',
    '*',
    '12人',
    '1e3',
    '12元',
    'O',
    '9'.repeat(30),
    '1'.repeat(100_000),
    '12.',
    '无0',
  ])('does not guess at %.20j', (raw) => {
    expect(readAmount(raw, count, '')).toEqual({ state: 'unreadable', doubt: 'number_unreadable' });
  });

  it.each([
    [
      'figures_apart',
      [
        '1 234',
        '12 08',
        '12\n08',
        '12\u300008',
        '12\t08',
        '12\u00a008',
        '3/4',
        '12-15',
        '2—3',
        '12①34',
        '1\u0336 2 3',
        '12件 3件',
        '1\u202e28',
      ],
    ],
    ['figure_estimated', ['约10', '22余', '22余件', '近20', '20以上', '~5', '30多件', '≥7']],
    ['figure_signed', ['-5', '－5', '−5', '+5', '减1', '增2', '↓1', '↑1', '(1)', '（1）', '负3']],
    ['count_not_whole', ['5.5', '1.5件', '1,234.5']],
  ])('says %s of texts that are no figure of a count', (doubt, texts) => {
    expect(texts.map((raw) => [raw, readAmount(raw, count, '')])).toEqual(texts.map((raw) => [raw, { state: 'unreadable', doubt }]));
  });

  it.each([
    ['128①', '①'],
    ['128 ①', '①'],
    ['128①件', '①'],
    ['①128', '①'],
    ['128¹', '¹'],
    ['¹128', '¹'],
    ['128¹,²', '¹,²'],
    ['128₁', '₁'],
    ['128⑴', '⑴'],
    ['128⒈', '⒈'],
    ['128㈠', '㈠'],
    ['128❶', '❶'],
    ['128⓵', '⓵'],
    ['128ⓐ', 'ⓐ'],
    ['128[2]', '[2]'],
    ['128【1】', '【1】'],
    ['128〔注1〕', '〔注1〕'],
    ['128*', '*'],
    ['*128', '*'],
    ['128※', '※'],
    ['128注1', '注1'],
    ['128注', '注'],
    ['128（1）', '(1)'],
    ['128（注1）', '(注1)'],
    ['１２８①', '①'],
    ['128①②', '① ②'],
    ['128（其中修订16件）', '(其中修订16件)'],
    ['128件（含（一）3件）*', '(含(一)3件) *'],
    ['128\n其中修订16件', '其中修订16件'],
    ['128，其中修订16件', ',其中修订16件'],
    ['128（含上年结转5件）', '(含上年结转5件)'],
    ['9\u0336 128*', '*'],
  ])('reads 128 of %j and keeps the rest as its note', (raw, note) => {
    expect(readAmount(raw, count, '')).toEqual({ state: 'number', amount: 128n, unit: 'request', doubt: null, note });
  });

  it('takes a unit in brackets for the unit, and a note beside a mark for nothing for its note', () => {
    expect(readAmount('22（件）', count, '')).toEqual({ state: 'number', amount: 22n, unit: 'request', doubt: null });
    expect(readAmount('56.78（元）', fees, '')).toEqual({ state: 'number', amount: 5678n, unit: 'cny', doubt: null });
    expect(readAmount('56.78③', fees, '')).toMatchObject({ amount: 56_780_000n, note: '③' });
    expect(readAmount('/①', count, '')).toEqual({ state: 'mark', doubt: null, note: '①' });
  });

  it.each([
    ['—18', -18n],
    ['‑18', -18n],
    ['减1', -1n],
    ['减少1项', -1n],
    ['（1）', -1n],
    ['↓1', -1n],
    ['增2', 2n],
    ['↑2', 2n],
    ['负3', -3n],
    ['- 18', -18n],
    ['+2', 2n],
    ['-18', -18n],
    ['－3', -3n],
    ['−1', -1n],
    ['0', 0n],
    ['4', 4n],
  ])('reads the change %j', (raw, amount) => {
    expect(readAmount(raw, signed, '本年增/减')).toMatchObject({ state: 'number', amount });
  });

  it.each(['-(1)', '▲2', '2↑', '增2减1', '（-1）'])('does not guess at the change %j', (raw) => {
    expect(readAmount(raw, signed, '本年增/减')).toMatchObject({ state: 'unreadable' });
  });

  it.each([
    ['24252.311082', '本年收费金额（单位：万元）', 24_252_311_082n, 'cny_10k'],
    ['0.5', '本年收费金额', 500_000n, 'cny_10k'],
    ['3.5万元', '本年收费金额（单位：万元）', 3_500_000n, 'cny_10k'],
    ['1280元', '本年收费金额（单位：万元）', 128_000n, 'cny'],
    ['1280', '本年收费金额（单位：元）', 128_000n, 'cny'],
    ['1.2亿元', '本年收费金额（单位：万元）', 12_000_000_000n, 'cny_10k'],
    ['１，２８０．５０', '本年收费金额（单位：万元）', 1_280_500_000n, 'cny_10k'],
  ])('keeps the fee %j under %j in 分', (raw, heading, amount, unit) => {
    expect(readAmount(raw, fees, heading)).toEqual({ state: 'number', amount, unit, doubt: null });
  });

  it.each([
    ['7723.5', '本年收费金额（单位：千元）', 772_350_000n, 'cny'],
    ['772.35', '本年收费金额（百元）', 7_723_500n, 'cny'],
    ['7.5', '本年收费金额（单位：百万元）', 750_000_000n, 'cny_10k'],
    ['1.2', '本年收费金额（亿元）', 12_000_000_000n, 'cny_10k'],
    ['3.5', '单位：件、万元\n本年收费金额（单位：万元）', 3_500_000n, 'cny_10k'],
    ['3.5', '单位：元\n本年收费金额', 350n, 'cny'],
  ])('takes %j under %j as many times the unit said there', (raw, heading, amount, unit) => {
    expect(readAmount(raw, fees, heading)).toEqual({ state: 'number', amount, unit, doubt: null });
  });

  it.each([
    '本年收费金额（单位：万港元）',
    '本年收费金额（单位：万美元）',
    '本年收费金额（单位：万元，本表按元填列）',
    '单位：元\n本年收费金额（单位：万元）',
    '单位：千件、千元\n本年收费金额（单位：万元）',
  ])('knows no unit of money under %j', (heading) => {
    expect(readAmount('772.35', fees, heading)).toEqual({ state: 'unit_unknown', doubt: 'money_without_unit' });
    expect(readAmount('772.35万元', fees, heading)).toMatchObject({ state: 'number', amount: 772_350_000n });
  });

  it.each(['本年处理决定数量（单位：万件）', '数量（千件）', '件数（百件）', '数量（单位：人次）', '数量（单位：万）', '单位：千件\n数量'])(
    'does not take figures under %j for single ones',
    (heading) => {
      expect(readAmount('86', count, heading)).toEqual({ state: 'unreadable', doubt: 'number_unreadable' });
      expect(readAmount('86件', count, heading)).toMatchObject({ state: 'number', amount: 86n });
    },
  );

  it.each(['本年处理决定数量（单位：件）', '第二十条第（五）项\n数量（件）', '单位：件、万元\n数量'])(
    'reads counts under %j',
    (heading) => {
      expect(readAmount('86', count, heading)).toMatchObject({ state: 'number', amount: 86n });
    },
  );

  it('keeps money finer than 分 out, without rounding', () => {
    expect(readAmount('1.0000001', fees, '')).toEqual({ state: 'unreadable', doubt: 'money_too_fine' });
    expect(readAmount('1.005元', fees, '')).toEqual({ state: 'unreadable', doubt: 'money_too_fine' });
    expect(readAmount('1.0000010', fees, '')).toMatchObject({ state: 'number', amount: 1_000_001n });
  });

  it('asks for the unit that the form of 2019 forgot, unless nothing was bought', () => {
    expect(readAmount('75394432.52', procurement, '采购总金额')).toEqual({ state: 'unit_unknown', doubt: 'money_without_unit' });
    expect(readAmount('75394432.52元', procurement, '采购总金额')).toEqual({
      state: 'number',
      amount: 7_539_443_252n,
      unit: 'cny',
      doubt: null,
    });
    expect(readAmount('12.5', procurement, '采购总金额（万元）')).toEqual({
      state: 'number',
      amount: 12_500_000n,
      unit: 'cny_10k',
      doubt: null,
    });
    expect(readAmount('0', procurement, '采购总金额')).toEqual({ state: 'number', amount: 0n, unit: 'cny', doubt: null });
    expect(readAmount('12件', procurement, '采购总金额')).toMatchObject({ state: 'unreadable' });
  });
});

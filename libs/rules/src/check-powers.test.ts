import type { CellId } from '@gongkai/model';
import type { Absence } from '@gongkai/model';
import type { AgencyFacts } from '.';
import { figuresOf, reportOf } from '../fixtures/reports';
import { saidBy } from '../fixtures/told-report';

const FORM = 'gb2021_30';
const report = (cells: Partial<Record<CellId, bigint | Absence>>, agencyName = '青禾县统计局') =>
  reportOf(FORM, figuresOf(FORM, cells), { agencyName });

describe('S2-REG-POWER', () => {
  const rules = { 's2/regulations/issued_count': 6n } as const;

  it.each([
    '青禾县统计局',
    '青禾县人民政府',
    '云川市青禾县白石乡人民政府',
    '白石镇人民政府',
    '云川市青禾区街道办事处',
    '云川市青禾区人民政府',
  ])('doubts the regulations of %s', (name) => {
    expect(saidBy('S2-REG-POWER', report(rules, name))).toEqual(['warning 二·规章 × 本年制发件数：6，本机关一般没有规章制定权。']);
  });

  it.each(['云川市人民政府', '云川市人民政府办公厅', '云川省商务厅', '云川自治区人民政府', '云川市青禾新区管理委员会'])(
    'leaves those of %s alone',
    (name) => {
      expect(saidBy('S2-REG-POWER', report(rules, name))).toEqual([]);
    },
  );

  it('is content with none', () => {
    expect(saidBy('S2-REG-POWER', report({}))).toEqual([]);
  });
});

describe('cells that cannot apply to an agency', () => {
  const agency: AgencyFacts = {
    kind: 'DEPARTMENT',
    name: '青禾县统计局',
    cannotHave: ['s2/regulations', 's2/administrative_licensing/decision_count'],
  };

  it('may be blank or marked, and nothing else may', () => {
    const cells = { 's2/regulations/issued_count': 'mark', 's2/administrative_licensing/decision_count': 'blank' } as const;
    expect(saidBy('FMT-BLANK', report(cells), { agency })).toEqual([]);
    expect(saidBy('FMT-BLANK', report(cells), { agency, filing: 'online' })).toEqual([]);
    expect(saidBy('FMT-BLANK', report({ ...cells, 's2/administrative_penalty/decision_count': 'blank' }), { agency })).toHaveLength(1);
    expect(saidBy('FMT-BLANK', report(cells))).toHaveLength(1);
  });

  it('are doubted where they hold a number, once', () => {
    const cells = { 's2/regulations/issued_count': 6n, 's2/administrative_licensing/decision_count': 3n } as const;
    expect(saidBy('S2-NO-POWER', report(cells), { agency })).toEqual([
      'warning 二·规章 × 本年制发件数：6，登记为不适用于本机关。',
      'warning 二·行政许可 × 本年处理决定数量：3，登记为不适用于本机关。',
    ]);
    expect(saidBy('S2-REG-POWER', report(cells), { agency })).toEqual([]);
  });
});

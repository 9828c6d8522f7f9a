import type { AgencyKind } from '@gongkai/model';
import { saidBy, toldReport } from '../fixtures/told-report';

const check = (name: string, s5: string, kind?: AgencyKind) =>
  saidBy('GV-ASSESS', toldReport({ s5 }, { agencyName: name }), kind ? { agency: { kind, name, cannotHave: [] } } : {});

describe('GV-ASSESS', () => {
  const told = '开展工作考核和社会评议，没有需要责任追究的情形。';

  it('asks a government for all three matters', () => {
    expect(check('青禾县人民政府', told)).toEqual([]);
    expect(check('青禾县人民政府', '更新不够及时。')).toEqual(['warning 正文没有提到工作考核、社会评议、责任追究。']);
    expect(check('云川实验区', '纳入绩效考核。', 'GOVERNMENT')).toEqual(['warning 正文没有提到社会评议、责任追究。']);
  });

  it.each<[string, AgencyKind | undefined]>([
    ['青禾县统计局', undefined],
    ['青禾县人民政府办公室', undefined],
    ['青禾县清水镇人民政府', undefined],
    ['青禾县人民政府', 'GOVERNMENT_OFFICE'],
  ])('asks nothing of %s %s', (name, kind) => {
    expect(check(name, '更新不够及时。', kind)).toEqual([]);
  });
});

import { saidBy, toldReport } from '../fixtures/told-report';

const check = (s1: string, agencyName = '青禾县统计局') =>
  saidBy('NV-COPY', toldReport({ s1 }, { agencyName, title: `${agencyName}2023年政府信息公开工作年度报告` }));

describe('NV-COPY of another place', () => {
  it('names the same kind of agency elsewhere', () => {
    expect(check('全年公开信息30件。云川县统计局高度重视。')).toEqual([
      'warning 正文出现“云川县统计局”，报告单位是“青禾县统计局”（“云川县统计局高度重视。”）。',
    ]);
    expect(check('云山县清水镇人民政府公开信息30件。', '云川市青禾县清水镇人民政府')).toHaveLength(1);
    expect(check('白石镇人民政府公开信息30件。', '云川市青禾县清水镇人民政府')).toEqual([]);
  });

  it.each([
    '青禾县统计局公开信息30件。',
    '云川市青禾县统计局公开信息30件。',
    '我县统计局公开信息30件。',
    '赴云川县统计局学习。',
    '学习考察了云川县统计局的做法，云川县统计局经验可取。',
    '云川市统计局作出部署。',
    '云川县财政局发来函件。',
  ])('leaves %j alone', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('says nothing of a name it cannot take apart', () => {
    expect(check('云川区民政局公开信息30件。', '青禾区民政局')).toEqual([]);
  });
});

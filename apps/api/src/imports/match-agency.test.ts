import { matchAgency } from './match-agency';

const NAMES = [
  { agencyId: '1', name: '青禾县教育局' },
  { agencyId: '1', name: '县教育体育局' },
  { agencyId: '2', name: '青禾县林业局' },
  { agencyId: '3', name: '青禾县水利局' },
  { agencyId: '4', name: '青禾县林业局' },
  { agencyId: '5', name: '住建局' },
].map((one) => ({ ...one, kind: 'DEPARTMENT' as const, regions: ['云岭市', '青禾县'] }));

describe('matchAgency', () => {
  it.each([
    ['its name', '青禾县教育局'],
    ['an alias', '县教育体育局'],
    ['a name set with spaces and compatibility characters', '青禾 县教⾁局'.replace('⾁', '育')],
  ])('finds the only agency by %s', (_, printed) => {
    expect(matchAgency(printed, 'x.docx', NAMES)).toEqual({ agencyId: '1' });
  });

  it('leaves a name that several have to a person', () => {
    expect(matchAgency('青禾县林业局', 'x.docx', NAMES)).toEqual({ candidates: ['2', '4'] });
  });

  it('lists what is only alike, the most alike first, and decides nothing', () => {
    expect(matchAgency('青禾县教育和体育局', 'x.docx', NAMES)).toEqual({ candidates: ['1'] });
    expect(matchAgency('青禾县水林局', 'x.docx', NAMES)).toEqual({ candidates: ['3'] });
  });

  it('finds it with its regions printed before it', () => {
    expect(matchAgency('云岭市青禾县教育局', 'x.docx', NAMES)).toEqual({ agencyId: '1' });
    expect(matchAgency('青禾县住建局', 'x.docx', NAMES)).toEqual({ agencyId: '5' });
    expect(matchAgency('云岭市住建局', 'x.docx', NAMES)).toEqual({ candidates: ['5'] });
  });

  it('suggests a name that differs in one character, and decides nothing', () => {
    expect(matchAgency('青禾县教肓局', 'x.docx', NAMES)).toEqual({ candidates: ['1'] });
    expect(matchAgency('住健局', 'x.docx', NAMES)).toEqual({ candidates: ['5'] });
    expect(matchAgency('青禾县教育育局', 'x.docx', NAMES)).toEqual({ candidates: ['1'] });
  });

  it('has nobody for a name like none', () => {
    expect(matchAgency('北海市海洋局', '青禾县教育局.docx', NAMES)).toEqual({ candidates: [] });
  });

  it('takes the name of a file without a title for a hint, never for an answer', () => {
    expect(matchAgency(null, '2021/青禾县教育局2021年政府信息公开工作年度报告.docx', NAMES)).toEqual({ candidates: ['1'] });
  });
});

import { unitLines } from './printed-units';

describe('unitLines', () => {
  it('takes what says a unit and nothing else', () => {
    const lines = ['单位：元', '表1 单位：件、万元', '（单位：千件）'];
    expect(unitLines([...lines, '填报单位：广元市民政局', '本单位全年收取3万元。', '单位：某县财政局'])).toEqual(lines);
  });
});

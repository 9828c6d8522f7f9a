import { saidBy, toldReport } from '../fixtures/told-report';

const PROBLEMS =
  '一是解读材料仍以文字为主，图表和问答偏少，群众读起来不够省力；二是个别栏目更新间隔偏长，栏目之间还有内容重复；三是答复文书说理不够充分，法条引用的格式不统一；' +
  '四是基层承办人员轮换较快，办理口径需要反复培训；五是历史文件的效力状态标注不全，检索时难以分辨。';
const IMPROVEMENTS =
  '把解读任务与文件起草同步布置，增加图解和短片；建立栏目月度巡查单，逐项销号；编印答复文书范例，重大复杂事项会商后再答复；实行老带新结对，每季度组织一次案例讨论；' +
  '对现存文件逐件标注效力并集中公布，调整查阅点开放时段。';

function check(now: string, before: string, year = 2022) {
  const lastYear = toldReport({ s5: before }, { year });
  return saidBy('NV-COPY', toldReport({ s5: now }), { lastYear });
}

describe('NV-COPY against last year', () => {
  it('warns of the same text with other numbers', () => {
    expect(check(`2023年，${PROBLEMS}培训3次。`, `2022年，${PROBLEMS}培训5次。`)).toEqual([
      'warning “五、存在的主要问题及改进情况”与上年度报告的文字有 100% 相同。',
    ]);
  });

  it('is content with a text of its own, a short one, and last year being another year', () => {
    expect(check(IMPROVEMENTS, PROBLEMS)).toEqual([]);
    expect(check(`${PROBLEMS}${IMPROVEMENTS}`, PROBLEMS)).toEqual([]);
    expect(check('更新不够及时。', '更新不够及时。')).toEqual([]);
    expect(check(PROBLEMS, PROBLEMS, 2020)).toEqual([]);
  });
});

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
    expect(check('本年度政府信息公开工作没有存在的问题。', '本年度政府信息公开工作没有存在的问题。')).toEqual([]);
    expect(check(PROBLEMS, PROBLEMS, 2020)).toEqual([]);
  });
});

describe('NV-COPY of short texts, of section one and of tables', () => {
  const SHORT = '一是政策解读的形式还比较单一，二是答复文书的说理不够充分。下一步将增加图解，请法律顾问参与审核。';

  it('holds short texts against a higher limit', () => {
    expect(check(SHORT, SHORT)).toEqual(['warning “五、存在的主要问题及改进情况”与上年度报告的文字有 100% 相同。']);
    expect(check(SHORT, SHORT.replace('答复文书的说理不够充分', '公开栏目更新不够及时'))).toEqual([]);
  });

  const ONE = (year: number, received: number) =>
    `${year}年，我局主动公开政府信息412条，收到政府信息公开申请${received}件，办结55件，结转下年度继续办理3件。`;

  function checkOne(now: string, before: string) {
    return saidBy('NV-COPY', toldReport({ s1: now }), { lastYear: toldReport({ s1: before }, { year: 2022 }) });
  }

  it('leaves the same words with other numbers alone in section one', () => {
    expect(checkOne(ONE(2023, 53), ONE(2022, 53))).toEqual(['warning “一、总体情况”与上年度报告的文字有 100% 相同。']);
    expect(checkOne(ONE(2023, 53), ONE(2022, 48))).toEqual([]);
    const nothing = (year: number) => `${year}年，我局未收到政府信息公开申请，没有因政府信息公开被申请行政复议、提起行政诉讼的情况。`;
    expect(checkOne(nothing(2023), nothing(2022))).toEqual([]);
  });

  it('hints at a table that is last year’s, and not at one of zeros or of single cases', () => {
    const cells = { 's2/administrative_licensing/decision_count': 128n, 's2/administrative_penalty/decision_count': 37n };
    const more = { ...cells, 's2/normative_documents/in_force_count': 14n };
    const tables = (now: Partial<Record<string, bigint>>, before: Partial<Record<string, bigint>>) =>
      saidBy('NV-COPY', toldReport({}, {}, now), { lastYear: toldReport({}, { year: 2022 }, before) });
    expect(tables(more, more)).toEqual(['info “二、主动公开政府信息情况”的全部数字与上年度报告相同，请核实是否误用了上年的表格。']);
    expect(tables(more, { ...more, 's2/administrative_penalty/decision_count': 36n })).toEqual([]);
    expect(tables({}, {})).toEqual([]);
    expect(tables(cells, cells)).toEqual([]);
  });
});

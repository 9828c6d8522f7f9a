import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { parseReport } from '../parse-report';

const residueOf = async (text: string) => {
  const bytes = new TextEncoder().encode(
    `青禾县某局2024年政府信息公开工作年度报告\n一、总体情况\n如下。\n${text}\n五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。`,
  );
  const outcome = await parseReport({ bytes, fileName: 'report', forms: FORMS, cells: CELLS, declared: DECLARED });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.report.residue.filter(({ section }) => section !== 's1').map(({ raw, section }) => `${section} ${raw}`);
};
const TWO = '二、主动公开政府信息情况\n';
const WHOLE = `${TWO}第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 3 1 14\n第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 56.78`;

describe('numbers that nothing claims', () => {
  it('are listed where they stand beside the tables', async () => {
    expect(await residueOf(`${WHOLE}\n全年解读12篇，回应关切3次，依据2023年国令第711号。`)).toEqual(['s2 12', 's2 3']);
    expect(await residueOf(`${WHOLE.replace(TWO, `${TWO}本年补办10本，到期换证8个。\n`)}`)).toEqual(['s2 10', 's2 8']);
  });

  it('are no numbers of labels, dates and documents, and none that a cell took', async () => {
    expect(await residueOf(WHOLE)).toEqual([]);
    expect(await residueOf(`${WHOLE}\n1.本表依据国办公开办函〔2021〕30号，截至2024年12月31日。`)).toEqual([]);
  });

  it('are listed where a section could not be read at all, cell by cell and line by line', async () => {
    const four = '四、政府信息公开行政复议、行政诉讼情况\n';
    expect(await residueOf(`${four}审结 7\n未结 9`)).toEqual(['s4 7', 's4 9']);
    expect(await residueOf(`${four}| 类别 | 件数 |\n|---|---|\n| 审结 | 7和8 |\n| 未结 | 9 |`)).toEqual(['s4 7和8', 's4 9']);
    expect(await residueOf(`${four}<table><tr><td>审结</td><td>7</td></tr></table>`)).toEqual(['s4 7']);
  });
});

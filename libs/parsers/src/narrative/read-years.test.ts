import { DECLARED, FORMS, CELLS } from '@gongkai/catalogue';
import { parseReport } from '../parse-report';

const TITLE = '青禾县水务局2023年政府信息公开工作年度报告';
const PERIOD = '数据统计期限自2023年1月1日起至2023年12月31日止。';

async function yearsOf(lines: { readonly title?: string; readonly front?: string; readonly s1?: string; readonly end?: string }) {
  const { title = TITLE, front = PERIOD, s1 = '按时公开。', end = '' } = lines;
  const text = [title, front, '一、总体情况', s1, '五、存在的主要问题及改进情况', '无。', '六、其他需要报告的事项', '无。', end].join('\n');
  const outcome = await parseReport({
    bytes: new TextEncoder().encode(text),
    fileName: 'a.txt',
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { year, years, agencyName } = outcome.report;
  return { year, agencyName, named: years!.map((one) => `${one.place} ${one.year}`) };
}

describe('the year of a report', () => {
  it('is what all places name', async () => {
    expect(await yearsOf({ s1: '2023年，公开政府信息12件。', end: '青禾县水务局\n2024年1月15日' })).toEqual({
      year: 2023,
      agencyName: '青禾县水务局',
      named: ['title 2023', 'period 2023', 'signature 2023'],
    });
  });

  it.each([
    ['the text names another year than the period', { front: PERIOD, s1: '2022年新收政府信息公开申请53件。' }],
    ['the date of signing does not fit the period', { end: '青禾县水务局\n2026年1月15日' }],
    ['the period runs over two years', { front: '统计期限为2023年2月1日至2024年1月31日。' }],
    ['nothing but the date of signing names one', { front: '', end: '青禾县水务局\n2024年1月15日' }],
  ])('is none where the title has none and %s', async (_, lines) => {
    expect((await yearsOf({ title: '青禾县水务局政府信息公开工作年度报告', ...lines })).year).toBeNull();
  });

  it('is that of the period or the text where the title has none and nothing disagrees', async () => {
    const title = '青禾县水务局政府信息公开工作年度报告';
    expect((await yearsOf({ title, end: '青禾县水务局\n2024年1月15日' })).year).toBe(2023);
    expect((await yearsOf({ title, front: '现将2023年度政府信息公开工作情况报告如下。' })).year).toBe(2023);
    expect((await yearsOf({ title, front: '', s1: '（一）主动公开。2023年度我局共主动公开信息77条。' })).year).toBe(2023);
  });

  it('of the text counts only where the text does not name that of the title', async () => {
    const named = async (s1: string) => (await yearsOf({ s1 })).named.filter((one) => one.startsWith('body'));
    expect(await named('2022年新收政府信息公开申请53件。')).toEqual(['body 2022']);
    expect(await named('2022年新收政府信息公开申请53件，2023年为41件。')).toEqual([]);
    expect(await named('2022年底开通公众号。2022年印发公开指南3件。2024年将公开信息20条。')).toEqual([]);
  });

  it('of the sentence that presents the report counts beside that of the title', async () => {
    const front = `现将本机关2022年度政府信息公开工作情况报告如下。${PERIOD}`;
    expect((await yearsOf({ front, s1: '2023年，公开政府信息12件。' })).named).toContain('body 2022');
    expect((await yearsOf({ front: '统计期限为1月1日至12月31日。' })).named).toEqual(['title 2023']);
  });

  it.each([
    ['title', { title: '青禾县水务局20223年政府信息公开工作年度报告' }],
    ['title', { title: '青禾县水务局2o23年政府信息公开工作年度报告' }],
    ['period', { front: '统计期限自2023年1月1日起至202323年12月31日止。' }],
    ['period', { front: '统计期限自2023年1月1日起至2023年13月31日止。' }],
    ['body', { s1: '202020年，公开政府信息12件。' }],
  ])('printed wrong in the %s is no year', async (place, lines) => {
    const { named, agencyName } = await yearsOf(lines);
    expect(named).toContain(`${place} null`);
    expect(agencyName).toBe('青禾县水务局');
  });

  it.each([
    ['二、主动公开政府信息情况', '2022年度主动公开情况统计表', ['body 2022']],
    ['二、主动公开政府信息情况', '表1 2022年度主动公开情况', ['body 2022']],
    ['二、主动公开政府信息情况（2022年）', '', ['body 2022']],
    ['二、主动公开政府信息情况', '2023年度主动公开情况统计表', []],
    ['二、主动公开政府信息情况', '与2022年相比，今年主动公开有所增加。', []],
    ['二、主动公开政府信息情况', '2022年至2023年情况表', []],
  ])('is not that of a table under %s, %s', async (heading, caption, named) => {
    const table = '信息内容\t本年处理决定数量\n行政处罚\t86\n行政强制\t12';
    const { year, named: all } = await yearsOf({ s1: ['按时公开。', heading, caption, table].filter((line) => line !== '').join('\n') });
    expect({ year, named: all.slice(2) }).toEqual({ year: 2023, named });
  });
});

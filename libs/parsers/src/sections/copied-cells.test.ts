import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { parseReport } from '../parse-report';

const HEAD = '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t';
const LINES = Array.from({ length: 3 }, () => '结果维持\t结果纠正\t其他结果\t尚未审结\t总计').join('\t');
const table = (figures: readonly string[]): string => [HEAD, LINES, figures.join('\t')].join('\n');
const ZEROS = Array.from({ length: 15 }, () => '0');

async function reportOf(first: readonly string[], second: readonly string[]) {
  const title = '四、政府信息公开行政复议、行政诉讼情况';
  const text = ['2023年政府信息公开工作年度报告', title, table(first), '', '续', '', table(second)].join('\n');
  const outcome = await parseReport({
    bytes: new TextEncoder().encode(text),
    fileName: 'report.txt',
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { readings, doubts } = outcome.report;
  const states = readings.filter(({ cell }) => cell.startsWith('s4/')).map(({ state }) => state);
  return { states, repeated: doubts.filter(({ code }) => code === 'cell_repeated').length };
}

describe('a table that stands twice', () => {
  it('is read once where both copies say the same', async () => {
    expect(await reportOf(ZEROS, ZEROS)).toEqual({ states: ZEROS.map(() => 'number'), repeated: 15 });
  });

  it('is not read where they differ', async () => {
    const states = ['unreadable', ...ZEROS.slice(1).map(() => 'number')];
    expect(await reportOf(ZEROS, ['3', ...ZEROS.slice(1)])).toEqual({ states, repeated: 15 });
    expect(await reportOf(ZEROS, ['', ...ZEROS.slice(1)])).toEqual({ states: ZEROS.map(() => 'number'), repeated: 14 });
    expect(await reportOf(['', ...ZEROS.slice(1)], ['3', ...ZEROS.slice(1)])).toEqual({ states, repeated: 15 });
  });
});

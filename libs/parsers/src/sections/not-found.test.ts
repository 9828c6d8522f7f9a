import { FORMS } from '@gongkai/catalogue';
import { parseReport } from '../parse-report';
import { CELLS, DECLARED } from '@gongkai/catalogue';

const ROWS = ['规章', '行政规范性文件'].map((label) => `${label}\t0\t0\t3`).join('\n');
const CONTENT = [
  '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
  ROWS,
  '信息内容\t本年处理决定数量',
  '行政许可\t5',
  '行政处罚\t',
  '行政强制\t0',
].join('\n');

async function statesOf(parts: readonly string[]) {
  const bytes = new TextEncoder().encode(parts.join('\n'));
  const outcome = await parseReport({ bytes, fileName: 'report.txt', forms: FORMS, cells: CELLS, declared: DECLARED });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return new Map(outcome.report.readings.map(({ cell, state }) => [String(cell), state]));
}

describe('cells that could not be placed', () => {
  it('are told from those that were seen empty, row by row and section by section', async () => {
    const states = await statesOf([
      '青禾县林业局2023年政府信息公开工作年度报告',
      '一、总体情况',
      '无。',
      '二、主动公开政府信息情况',
      CONTENT,
    ]);
    expect(states.get('s2/administrative_licensing/decision_count')).toBe('number');
    expect(states.get('s2/administrative_penalty/decision_count')).toBe('blank');
    expect(states.get('s2/administrative_fees/amount_10k_cny')).toBe('not_found');
    expect(states.get('s3/new_received/total')).toBe('not_found');
    expect(states.get('s4/review/total')).toBe('not_found');
    expect(states.size).toBe(200);
  });

  it('are those of the form of the year where no table was read', async () => {
    const three = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
    expect([...new Set((await statesOf(['2023年政府信息公开工作年度报告', ...three])).values())]).toEqual(['not_found']);
    expect((await statesOf(['2023年政府信息公开工作年度报告', ...three])).size).toBe(200);
    expect((await statesOf(['2020年政府信息公开工作年度报告', ...three])).size).toBe(198);
    expect((await statesOf(three)).size).toBe(0);
  });
});

import type { Report } from '@gongkai/model';
import { saidBy, toldReport } from '../fixtures/told-report';

function check(heading: string, year = 2023) {
  const report = toldReport({}, { year, title: null, period: null });
  const narrative = report.narrative.map((part) => (part.section === 's5' ? { ...part, heading } : part));
  return saidBy('NV-HEAD', { ...report, narrative }, { expectedYear: null });
}

describe('NV-HEAD titles', () => {
  it.each(['五、存在的主要问题及改进情况', '五. 存在的主要问题及改进情况：', '存在的主要问题及改进情况', ''])(
    'is content with %j',
    (heading) => {
      expect(check(heading)).toEqual([]);
    },
  );

  it('says a known wording and warns of an unknown one', () => {
    expect(check('五、存在的主要问题及整改措施')).toEqual(['info 标题“五、存在的主要问题及整改措施”应为“五、存在的主要问题及改进情况”。']);
    expect(check('五、存在的主要问题及打算')).toEqual([expect.stringMatching(/^warning 标题“五、存在的主要问题及打算”/)]);
  });

  it('warns of another number', () => {
    expect(check('六、存在的主要问题及改进情况')).toEqual([expect.stringMatching(/^warning .*序号/)]);
    expect(check('七、存在的主要问题及改进情况')).toEqual([expect.stringMatching(/^warning .*序号/)]);
  });

  it('says once that the sections are not in their order', () => {
    const ordered = (order: NonNullable<Report['order']>) => saidBy('NV-HEAD', { ...toldReport({}, { order }) }, { expectedYear: null });
    expect(ordered(['s1', 's2', 's3', 's4', 's5', 's6'])).toEqual([]);
    expect(ordered(['s1', 's2', 's3', 's6'])).toEqual([]);
    expect(ordered(['s1', 's2', 's3', 's5', 's4', 's6'])).toEqual([
      'warning 六个部分应当依次排列，报告的顺序是第一、二、三、五、四、六部分。',
    ]);
  });

  it('asks nothing of the first year', () => {
    expect(check('五、政府信息公开工作存在的主要问题及改进情况', 2019)).toEqual([]);
  });
});

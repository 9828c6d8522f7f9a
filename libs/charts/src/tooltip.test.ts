import type { Language, Panel } from '@gongkai/model';
import { sampleIndicators, none, outcomeRows, partial, point, same, sampleRows, share } from './fixtures/sample-rows';
import { chartSeriesOf, type ChartInput } from './chart-input';
import { escapeHtml, tooltipOf, yearWords } from './tooltip';

const input: ChartInput = { rows: sampleRows, indicators: [sampleIndicators.issued, sampleIndicators.inForce], language: 'zh' };
const FULL = { expected: 10, reported: 10, late: 0, missing: 0, leftOut: 0, leftOutBlank: 0, leftOutForm: 0 };
const linesOf = (from: ChartInput, index: number): readonly string[] => yearWords(chartSeriesOf(from), index, from);

describe('yearWords', () => {
  it('says figures with units, coverage and forms once, and each reason against comparing with its series', () => {
    expect(linesOf(input, 2)).toEqual([
      '规范性文件制发：14 件',
      '规范性文件现行有效：665 件',
      '覆盖：13/13 家已公布',
      '格式：国办公开办函〔2021〕30号',
      '可比性 (规范性文件制发)：口径有变：（与上年相比）旧格式为“新制作数量”，新格式为“制发件数”',
      '可比性 (规范性文件现行有效)：口径不可比：（与上年相比）旧格式为历年公开总数，新格式为现行有效件数',
    ]);
  });

  it('speaks of changes as the figures beside it do: shares in percentage points, and none where others are counted', () => {
    const change = {
      ...{ comparability: same, countedBefore: 9, countedNow: 9 },
      ...{ before: '0.5', now: '0.481234', difference: '-0.018766', relative: null },
    };
    const told = (reported: number, over: Panel = 'all_reporters', language: Language = 'zh'): readonly string[] => {
      const now = { change: { ...change, over }, coverage: { ...FULL, reported, missing: 10 - reported } };
      const rows = [share(2024, '5', '10', { coverage: FULL }), share(2025, '4', '10', now)];
      return linesOf({ rows, indicators: [sampleIndicators.rate], language }, 1).filter((line) => /较上年|year before/.test(line));
    };
    expect(told(9)).toEqual(['较上年：−1.88 个百分点']);
    expect(told(9, 'all_reporters', 'en')).toEqual(['Against the year before: −1.88 percentage points']);
    expect(told(8)).toEqual(['较上年：不可直接比较：上年计入 10/10 家，本年 8/10 家']);
    expect(told(8, 'constant')).toEqual(['较上年：−1.88 个百分点，两年均报告的 9 家']);
  });

  it('says who is late and who is missing', () => {
    expect(linesOf(input, 3)).toContain('覆盖：12/13 家已公布，其中 1 家逾期报送，1 家未公布');
    expect(linesOf({ ...input, language: 'en', counted: 'accepted' }, 3)).toContain(
      'Coverage: 12 of 13 accepted, 1 of them late, 1 not accepted',
    );
  });

  it('says of a year without a figure that there is none and why', () => {
    expect(linesOf(input, 4)[0]).toBe('规范性文件制发：无数据（尚无机关公布）');
    expect(linesOf(input, 5)[0]).toBe('规范性文件制发：0 件');
  });

  it('says what a share was divided from, and when that was little', () => {
    const rates: ChartInput = { rows: outcomeRows, indicators: [sampleIndicators.rate], language: 'zh' };
    expect(linesOf(rates, 0)[0]).toBe('公开率：86.96% (80 ÷ 92)');
    expect(linesOf(rates, 3)[0]).toBe('公开率：50.00% (4 ÷ 8，分母很小，仅供参考)');
    expect(linesOf(rates, 5)[0]).toBe('公开率：无数据（分母为零，无法计算）');
  });

  it('says how many reported without this figure', () => {
    const rows = [point(sampleIndicators.issued, 2021, '1', { coverage: { ...partial, leftOut: 3 }, comparability: none })];
    expect(linesOf({ ...input, rows }, 0)).toContain('覆盖：12/13 家已公布，其中 1 家逾期报送，1 家未公布，3 家缺这一项，未计入');
  });
});

describe('tooltipOf', () => {
  it('escapes every text and carries no style attribute', () => {
    const html = tooltipOf('2021', ['<img src=x onerror="alert(1)">', "O'Neill & 甲"]);
    expect(html).toBe('<strong>2021</strong><br>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;<br>O&#39;Neill &amp; 甲');
  });

  it('escapes what it escaped before', () => {
    expect(escapeHtml('&lt;')).toBe('&amp;lt;');
  });
});

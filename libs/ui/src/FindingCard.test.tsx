import { renderToStaticMarkup } from 'react-dom/server';
import { FindingCard } from './FindingCard';
import type { FindingWords } from './finding-words';
import type { ShownFinding } from './shown';

const say = (zh: string) => ({ zh, en: zh });
const words: FindingWords = {
  severities: { error: '错误', inconsistency: '须说明', warning: '提示', info: '知悉' },
  meanings: { error: '', inconsistency: '', warning: '', info: '' },
  expected: '应为',
  found: '实为',
  difference: '相差',
  says: '规则',
  basis: '依据',
  rule: '规则',
  ruleAt: (code) => `/rules?q=${code}`,
  remedy: '处理：',
  details: '规则和依据',
  show: '标出',
  consequences: (count) => `连带${count}`,
  repair: '唯一改法',
  repairs: (count) => `改法${count}种`,
  more: (count) => `还有${count}种`,
  incomplete: '没有穷尽',
  blank: '空白',
};
const change = (cell: string, from: string | null, to: string) => ({ cell, path: say(cell), from, to, slip: null });
const finding: ShownFinding = {
  code: 'S3-COL',
  severity: 'error',
  cells: ['s3/granted/natural_person'],
  path: say('三(一)予以公开 × 自然人'),
  message: say('三(一)予以公开 × 自然人：应为 62，报告为 26。'),
  expected: '62',
  found: '26',
  difference: '-36',
  contributors: [],
  says: say('规则'),
  basis: '依据',
  remedy: say('核对。'),
  consequences: [{ code: 'S3-ROW', severity: 'error', cells: [], path: say('本行'), message: say('本行不成立。') }],
  repair: {
    alternatives: [
      { changes: [{ ...change('s3/granted/natural_person', '26', '62'), slip: { code: 'digits_swapped', words: say('数字颠倒') } }] },
    ],
    count: 1,
    complete: true,
  },
};
const markup = (changes: Partial<ShownFinding> = {}) =>
  renderToStaticMarkup(<FindingCard finding={{ ...finding, ...changes }} active={false} language="zh" words={words} onActive={() => {}} />);

describe('a finding', () => {
  it('folds what follows from it', () => {
    expect(markup()).toMatch(/<details class="gk-finding-consequences"><summary>连带1<\/summary>.*本行不成立。/);
    expect(markup({ consequences: [] })).not.toContain('gk-finding-consequences');
  });

  it('proposes the one change with its slip', () => {
    expect(markup()).toMatch(/唯一改法.*<del>26<\/del> → <b>62<\/b><small>数字颠倒<\/small>/);
  });

  it('counts the ways it does not tell, names a blank, and says where the search stopped', () => {
    const alternatives = [{ changes: [change('a', null, '3')] }, { changes: [change('b', '1', '4')] }];
    const html = markup({ repair: { alternatives, count: 5, complete: false } });
    expect(html).toContain('改法5种');
    expect(html).toContain('<del>空白</del> → <b>3</b>');
    expect(html).toContain('还有3种');
    expect(html).toContain('没有穷尽');
  });

  it('says nothing of repairs where figures cannot tell', () => {
    expect(markup({ repair: null })).not.toContain('gk-finding-repair');
  });
});

import { isExplanation } from './filing';

describe('isExplanation', () => {
  it.each(['已经核对过', '  台账漏登一件  ', '2023年补录3件', 'Counted twice', '没有统计口径变化', '无证件的申请已经退回'])(
    'takes “%s” for a reason',
    (text) => {
      expect(isExplanation(text)).toBe(true);
    },
  );

  it.each([
    ...['', '  核对过   ', '𠮷𠮷𠮷', '看看', '更正文字。', '请核对。。。。。'],
    ...['啊啊啊啊啊啊', '看看看看看', '核对核对核对', '更正错误更正错误', '一二一二一'],
    ...['1234567', '２０２３１２３１', '！！！！！！', '—— …… ——', '123年456'],
    ...[
      '无无无无无',
      '无。无。无。无。无。',
      '没有没有没有',
      '不知道，不知道',
      '没有原因不清楚',
      '暂无说明情况',
      'nonenone',
      'I don’t know',
      'N/A N/A N/A',
    ],
  ])('takes “%s” for none', (text) => {
    expect(isExplanation(text)).toBe(false);
  });
});

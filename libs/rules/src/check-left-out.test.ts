import { saidBy, toldReport } from '../fixtures/told-report';

const check = (text: string) => saidBy('NV-GAP', toldReport({ s1: text }));

describe('NV-GAP', () => {
  it.each([
    '2023 年主动公开信息  条。',
    '收到政府信息公开申请__件，答复3件。',
    '收到政府信息公开申请XX件。',
    '全年公开信息（ ）条。',
    '主动公开政府信息条，同比增长。',
    '办结申请共　件；',
  ])('misses the number in %j', (text) => {
    expect(check(text)).toEqual([`warning 正文漏填了数字（“${text.trim()}”）。`]);
  });

  it.each([
    '2023 年主动公开信息 12 条。',
    '公开信息 条目清楚。',
    '答复申请 12件，件件有回音。',
    '收 到 政 府 信 息 公 开 申 请 件 ，均 已 答 复。',
    '办理建议提案，收到申请件，均已登记。',
    '政府信息公开条例第二十条。',
    '规范性文件。',
  ])('is content with %j', (text) => {
    expect(check(text)).toEqual([]);
  });
});

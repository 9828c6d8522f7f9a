import { saidBy, toldReport } from '../fixtures/told-report';

const check = (text: string) => saidBy('NV-PCT', toldReport({ s1: text }));

describe('NV-PCT of changes', () => {
  it.each([
    '收到信息公开申请22起，比2022年(31起)下降29%，答复22起。',
    '收到申请22件，比上年的31件减少9件。',
    '收到申请22件，较2022年的31件下降29.03%。',
    '公开信息120条，较上年100条增长20%。',
    '收到申请5件，比2022年的0件增加5件。',
    '收到申请22件，比上年下降90%。',
    '收到申请22件，比上年31件下降约三成。',
  ])('is content with %j', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['收到信息公开申请22起，比2022年(31起)下降39%，答复22起。', '从 31 到 22 减少 39%，应为 29%'],
    ['收到申请22件，比上年的31件减少8件。', '从 31 到 22 减少 8，应为 9'],
    ['收到申请31件，较2022年的22件下降29%。', '从 22 到 31 减少 29%，应为增加 41%'],
  ])('works out %j', (text, said) => {
    expect(check(text)).toEqual([`warning 正文称${said}（“${text}”）。`]);
  });
});

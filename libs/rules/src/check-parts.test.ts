import { saidBy, toldReport } from '../fixtures/told-report';

const check = (text: string) => saidBy('NV-PARTS', toldReport({ s1: text }));

describe('NV-PARTS', () => {
  it.each([
    '发布信息249条，其中：公告9条；人事7条；其他233条。',
    '公开信息100条，其中公告60条。',
    '公开信息100条（其中公告60条，指南30条），另发布动态200条。',
    '收到申请9件，上年结转1件，其中网络申请5件，信函申请5件。',
    '收到申请20件，其中自然人18件，企业2件，答复25件。',
    '公开信息100余条，其中公告90条，指南80条。',
    '公开信息30条，微信推送200条，微博发布300条。',
  ])('is content with %j', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('adds what the sentence lists, estimates at their least', () => {
    expect(check('全年公开信息276条，其中网站216条、公众号50条、公示栏100余条。')).toEqual([
      'warning 正文的总数为 276，所列分项之和至少为 366（216 + 50 + 100，“全年公开信息276条，其中网站216条、公众号50条、公示栏100余条。”）。',
    ]);
    expect(check('共公开信息2,602条（其中机构类82条，政策类2,521条）。')).toEqual([expect.stringContaining('所列分项之和为 2603')]);
  });
});

import { saidBy, toldReport } from '../fixtures/told-report';

const check = (text: string) => saidBy('NV-YEAR', toldReport({ s1: text }));

describe('NV-YEAR in the text', () => {
  it.each([
    '2023年，本局公开信息30件。',
    '按照2022年政务公开要点，逐项落实。',
    '2022年底，新栏目上线。',
    '2022年，收到申请5件，2023年收到7件。',
    '2022年，与上年相比略有增加。',
    '2022年，本局被评为先进。2023年，公开信息30件。',
    '2019年，公开查阅点建成。',
    '2024年，将继续改进。',
  ])('leaves %j alone', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each(['（三）管理情况 2022年，制定文件2件。', '2022年，本局公开信息30件。', '如下。（一）主动公开情况。２０２２年度，公开信息30件。'])(
    'doubts %j',
    (text) => {
      expect(check(text)).toEqual([expect.stringMatching(/^warning “一、总体情况”中有以 2022 年开头的叙述/)]);
    },
  );
});

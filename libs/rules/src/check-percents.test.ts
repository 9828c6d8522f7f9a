import { saidBy, toldReport } from '../fixtures/told-report';

const RESULTS = { 's3/total_processed/total': 98n, 's3/new_received/total': 95n, 's3/carried_in/total': 8n } as const;
const check = (text: string) => saidBy('NV-PCT', toldReport({ s1: text }, {}, RESULTS));

describe('NV-PCT', () => {
  it.each([
    '答复申请98件。予以公开42件，占42.86%；不予公开1件，占1.02%；无法提供49件，占50%；其他处理6件，占6.12%。',
    '予以公开42件，占42.85%；不予公开1件，占1.02%；无法提供49件，占50%。',
    '予以公开５件，占２５％；不予公开15件，占75%，均为受理的20件。',
    '差评12件，占0.34%。',
    '予以公开12件，占办理总数的12.2%。',
    '申请数量较上年增长30%。',
  ])('is content with %j', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('names the share that does not fit the whole the others fit', () => {
    expect(check('答复申请98件。予以公开42件，占48.1%；不予公开1件，占1.02%；无法提供49件，占50%。')).toEqual([
      'warning 正文称 42 件占 48.1%，按 98 件计算应为 42.9%（“予以公开42件，占48.1%；不予公开1件，占1.02%；无法提供49件，占50%。”）。',
    ]);
  });

  it('takes the number of an outcome from the table where the text gives its share alone', () => {
    const cells = { ...RESULTS, 's3/granted/total': 40n, 's3/denied_state_secret/total': 8n, 's3/unable_not_held/total': 50n } as const;
    const said = (text: string) => saidBy('NV-PCT', toldReport({ s1: text }, {}, cells));
    expect(said('予以公开占40.8%，不予公开占8.2%，无法提供占51.0%。')).toEqual([]);
    expect(said('予以公开占40.8%，不予公开占18.2%，无法提供占51.0%。')).toEqual([
      'warning 正文称 8 件占 18.2%，按 98 件计算应为 8.2%（“予以公开占40.8%，不予公开占18.2%，无法提供占51.0%。”）。',
    ]);
  });

  it('doubts a share alone only where it names its whole', () => {
    expect(check('予以公开42件，占申请总数的70%。')).toEqual([
      'warning 正文称 42 件占 70%，与正文和表格中的总数都不符（“予以公开42件，占申请总数的70%。”）。',
    ]);
    expect(check('予以公开42件，占70%。')).toEqual([]);
  });
});

import type { FormId } from '@gongkai/model';
import { saidBy, toldReport } from '../fixtures/told-report';

const check = (cites?: readonly FormId[]) => saidBy('FMT-TEMPLATE', toldReport({}, cites ? { cites } : {}));

describe('FMT-TEMPLATE', () => {
  it('names the document cited and the form used', () => {
    expect(check(['gb2019_60'])).toEqual(['warning 全文引用的是国办公开办函〔2019〕60号，表格使用的是国办公开办函〔2021〕30号的格式。']);
  });

  it('is content with the right one, with both, and with none', () => {
    expect(check(['gb2021_30'])).toEqual([]);
    expect(check(['gb2019_60', 'gb2021_30'])).toEqual([]);
    expect(check([])).toEqual([]);
    expect(check()).toEqual([]);
  });

  it('leaves mixed forms to what says so', () => {
    const forms = { s2: 'gb2021_30', s3: 'gb2019_60', s4: 'gb2021_30' } as const;
    expect(saidBy('FMT-TEMPLATE', toldReport({}, { cites: ['gb2019_60'], forms }))).toEqual([]);
  });
});

import type { CellId, Declaration, FormId } from '@gongkai/model';
import { checkReport } from '.';
import type { AgencyFacts } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

type Claims = Readonly<Record<string, bigint | readonly bigint[]>>;
const CODES = ['NV-NEW', 'NV-DONE', 'NV-S4', 'NV-NORM', 'NV-SCOPE'];

function claimsOf(claims: Claims, quotation: string): readonly Declaration[] {
  return Object.entries(claims).flatMap(([code, amounts]) =>
    [amounts].flat().map((amount) => ({ code, amount, quotation, section: 's1', place: null }) as const),
  );
}

interface Case {
  readonly form?: FormId;
  readonly quotation?: string;
  readonly agency?: AgencyFacts;
  readonly agencyName?: string;
}

function check(claims: Claims, cells: Partial<Record<CellId, bigint | 'blank' | 'unreadable'>>, more: Case = {}) {
  const { form = 'gb2021_30', quotation = '全年如此。', agency, agencyName = '青禾县统计局' } = more;
  const report = reportOf(form, figuresOf(form, cells), { declared: claimsOf(claims, quotation), agencyName });
  return checkReport(inputOf(report, agency ? { agency } : {}))
    .filter(({ code }) => CODES.includes(code))
    .map(({ severity, code, message }) => `${severity} ${code} ${message.zh}`);
}

const RECEIVED: Partial<Record<CellId, bigint>> = {
  's3/new_received/natural_person': 71n,
  's3/new_received/commercial_enterprise': 3n,
  's3/new_received/total': 74n,
  's3/carried_in/natural_person': 1n,
  's3/carried_in/total': 1n,
};

describe('claims of the text against the tables', () => {
  it('is content with what the table says', () => {
    expect(check({ requests_received: 74n, requests_by_enterprises: 3n, requests_carried_in: 1n, reviews: 0n }, RECEIVED)).toEqual([]);
  });

  it('says where only new and carried in together fit', () => {
    expect(check({ requests_received: 75n }, RECEIVED)).toEqual([
      'info NV-NEW 收到政府信息公开申请数量：正文的 75 等于本年新收与上年结转之和（“全年如此。”）。',
    ]);
  });

  it('warns where nothing fits, with both numbers', () => {
    expect(check({ requests_received: 17n }, RECEIVED)).toEqual([
      'warning NV-NEW 收到政府信息公开申请数量：正文为 17，三·一、本年新收政府信息公开申请数量 × 总计为 74（“全年如此。”）。',
    ]);
  });

  it('takes a second number for a part where the first is in the table', () => {
    expect(check({ requests_received: [17n, 74n] }, RECEIVED)).toEqual([]);
  });

  it('adds both kinds of suits', () => {
    const cells = { 's4/litigation_direct/total': 60n, 's4/litigation_post_review/total': 17n, 's4/review/total': 170n } as const;
    expect(check({ suits: 77n, reviews: 170n }, cells)).toEqual([]);
    expect(check({ suits: 57n, reviews: 134n }, cells)).toEqual([
      expect.stringMatching(/^warning NV-S4 .*134.*170/),
      expect.stringMatching(/^warning NV-S4 .*57.*77/),
    ]);
  });

  it('holds documents against the columns of either form', () => {
    const now = { 's2/normative_documents/issued_count': 4n, 's2/normative_documents/in_force_count': 470n } as const;
    expect(check({ normative_issued: 4n, normative_in_force: 393n }, now)).toEqual([expect.stringMatching(/^warning NV-NORM .*393.*470/)]);
    const before = { 's2/normative_documents/newly_made': 60n, 's2/normative_documents/newly_published': 61n } as const;
    expect(check({ normative_issued: 61n, normative_in_force: 393n, normative_repealed: 5n }, before, { form: 'gb2019_60' })).toEqual([]);
  });

  it('compares nothing with a cell that is blank or unreadable', () => {
    expect(check({ requests_received: 12n }, { 's3/new_received/total': 'unreadable' })).toEqual([]);
    expect(check({ requests_received: 12n }, { 's3/new_received/total': 12n, 's3/carried_in/total': 'blank' })).toEqual([]);
    expect(check({ normative_in_force: 12n }, { 's2/normative_documents/in_force_count': 'blank' })).toEqual([]);
  });

  it('compares nothing that no table holds', () => {
    expect(check({ published_items: 12n }, {})).toEqual([]);
  });
});

describe('NV-SCOPE', () => {
  const office = { quotation: '县政府办公室代表县政府受理政府信息公开申请17件。' };

  it.each([
    ['by its name', { ...office, agencyName: '青禾县人民政府' }],
    ['by its kind', { ...office, agency: { kind: 'GOVERNMENT', name: '青禾实验区', cannotHave: [] } }],
  ] as const)('names the office in the report of a government known %s', (_, more) => {
    expect(check({ requests_received: 17n }, RECEIVED, more)).toEqual(
      [
        '收到政府信息公开申请数量：正文的 17 只是政府办公厅（室）的数量，三·一、本年新收政府信息公开申请数量 × 总计为 74（“县政府办公室代表县政府受理政府信息公开申请17件。”）。',
      ].map((message) => `warning NV-SCOPE ${message}`),
    );
  });

  it('leaves the report of the office itself to the comparison of numbers', () => {
    const more = { ...office, agency: { kind: 'GOVERNMENT_OFFICE', name: '青禾县人民政府', cannotHave: [] } } as const;
    expect(check({ requests_received: 17n }, RECEIVED, more)).toEqual([expect.stringMatching(/^warning NV-NEW/)]);
  });
});

import { FORMS } from '@gongkai/catalogue';
import type { Finding } from '@gongkai/model';
import { checkReport, deriveTotals, verdictOf, verdictWords } from '.';
import { figuresOf, inputOf, reportOf, zeroes } from '../fixtures/reports';

const FORM = 'gb2021_30';

describe('checkReport', () => {
  it.each(['gb2021_30', 'gb2019_60'] as const)('finds nothing in a report of zeroes in %s', (form) => {
    expect(checkReport(inputOf(reportOf(form, zeroes(form))))).toEqual([]);
    expect(checkReport(inputOf(reportOf(form, zeroes(form)), { filing: 'online' }))).toEqual([]);
  });

  it('names the gravest first, then follows the form', () => {
    const figures = figuresOf(FORM, {
      's2/normative_documents/issued_count': 4n,
      's3/granted/other_org': 'blank',
      's3/carried_out/total': 'unreadable',
      's4/review/total': 1n,
      's4/litigation_direct/total': 1n,
    });
    const narrative = reportOf(FORM, figures).narrative.map((part) => (part.section === 's6' ? { ...part, text: '无。' } : part));
    const findings = checkReport(inputOf(reportOf(FORM, figures, { narrative })));
    expect(findings.map(({ code, cells }) => `${code} ${cells[0] ?? ''}`)).toEqual([
      'FMT-UNREADABLE s3/carried_out/total',
      'S4-SUM s4/review/total',
      'S4-SUM s4/litigation_direct/total',
      'NV-FEE ',
      'S2-INFORCE-GE s2/normative_documents/in_force_count',
      'FMT-BLANK s3/granted/other_org',
      'FMT-UNCHECKED s3/carried_out/total',
      'FMT-UNCHECKED s3/carried_out/total',
    ]);
  });

  it('gives every finding its law, its remedy and words in two languages', () => {
    const figures = figuresOf(FORM, { 's4/review/total': 1n, 's3/granted/total': 'blank', 's2/regulations/issued_count': -1n });
    for (const finding of checkReport(inputOf(reportOf(FORM, figures, { narrative: [], year: 2022 }), { expectedYear: 2024 }))) {
      expect(finding.basis).not.toBe('');
      for (const words of [finding.path, finding.message, finding.says, finding.remedy]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[a-z]/);
      }
    }
  });

  it('throws where it is not given a form it needs', () => {
    expect(() => checkReport(inputOf(reportOf(FORM, zeroes(FORM)), { forms: [] }))).toThrow('at least one form');
    expect(() => checkReport(inputOf(reportOf(FORM, zeroes(FORM)), { forms: FORMS.filter((form) => form.id !== FORM) }))).toThrow(
      'form gb2021_30',
    );
  });
});

describe('deriveTotals', () => {
  const form = FORMS.find((candidate) => candidate.id === FORM)!;
  const derive = (figures: Parameters<typeof figuresOf>[1]) => deriveTotals(form, reportOf(FORM, figuresOf(FORM, figures)).readings);
  const total = 's4/review/total';

  it('adds up what was printed, taking blanks beside it for nothing', () => {
    expect(derive({ 's4/review/upheld': 5n, 's4/review/corrected': 'blank', [total]: 'mark' })).toEqual(new Map([[total, 5n]]));
  });

  it('derives nothing from blanks alone, from an unreadable part, or where a total was printed', () => {
    const blank = {
      's4/review/upheld': 'blank',
      's4/review/corrected': 'blank',
      's4/review/other': 'blank',
      's4/review/pending': 'blank',
    } as const;
    expect(derive({ ...blank, [total]: 'blank' }).size).toBe(0);
    expect(derive({ 's4/review/upheld': 'unreadable', [total]: 'blank' }).size).toBe(0);
    expect(derive({ 's4/review/upheld': 5n, [total]: 'unreadable' }).size).toBe(0);
    expect(derive({ 's4/review/upheld': 5n, [total]: 0n }).size).toBe(0);
  });

  it('derives the total of totals from derived ones', () => {
    const derived = derive({
      's3/granted/natural_person': 2n,
      's3/granted/total': 'blank',
      's3/total_processed/natural_person': 'blank',
      's3/total_processed/total': 'blank',
    });
    expect(derived).toEqual(
      new Map([
        ['s3/granted/total', 2n],
        ['s3/total_processed/natural_person', 2n],
        ['s3/total_processed/total', 2n],
      ]),
    );
  });
});

describe('verdictOf', () => {
  const of = (...severities: readonly Finding['severity'][]) => verdictOf(severities.map((severity) => ({ severity }) as Finding));
  it('is decided by the worst finding', () => {
    expect([of(), of('info'), of('info', 'warning'), of('warning', 'inconsistency'), of('inconsistency', 'error')]).toEqual([
      'clean',
      'clean',
      'warnings',
      'must_explain',
      'cannot_be_filed',
    ]);
  });

  it('is said in one line', () => {
    const words = (...severities: readonly Finding['severity'][]) => verdictWords(severities.map((severity) => ({ severity }) as Finding));
    expect(words('error', 'inconsistency', 'warning', 'warning')).toEqual({
      zh: '有1处错误，改正后才能报送；另有1处不一致须改正或者书面说明；另有2处提示。',
      en: '1 error must be mended before the report can be filed; 1 inconsistency to be mended or explained; 2 warnings.',
    });
    expect(words('inconsistency', 'info').zh).toBe('有1处不一致，改正或者书面说明后才能报送。');
    expect(words('warning')).toEqual({ zh: '可以报送，有1处提示请核对。', en: 'The report can be filed; look at 1 warning.' });
    expect(words('info').zh).toBe('没有发现问题，可以报送。');
  });
});

import { FORMS, formOf } from '@gongkai/catalogue';
import type { CellId, Finding } from '@gongkai/model';
import { type CheckInput, type OwnRule, checkReport, readRule, withoutLastYear } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';

const RECEIVED = 's3/new_received/total';
const FEES = 's2/administrative_fees/amount_10k_cny';
const OWN = {
  grid: 'requests',
  each: 'column',
  only: ['total'],
  relation: '>=',
  left: ['carried_out'],
  missing: 'skip',
  says: { zh: '结转的不少于新收的。', en: 'As many are carried out as came in.' },
  remedy: '核对。',
};
const told = withoutLastYear(FORMS, 2023);

/** A report of 2023 held against one of 2022 with figures that are seen again wherever they are told. */
function found(
  now: Partial<Record<CellId, bigint>>,
  before: Partial<Record<CellId, bigint>>,
  changes: Partial<CheckInput> = {},
): readonly Finding[] {
  const lastYear = { ...reportOf('gb2021_30', figuresOf('gb2021_30', before)), year: 2022 };
  return checkReport(inputOf(reportOf('gb2021_30', figuresOf('gb2021_30', now)), { lastYear, ...changes }));
}

describe('findings for somebody who may not see the year before', () => {
  it.each<[string, Partial<Record<CellId, bigint>>, Partial<Record<CellId, bigint>>]>([
    ['XY-JUMP', { [RECEIVED]: 200n }, { [RECEIVED]: 7_654n }],
    ['S2-FEE-UNIT', { [FEES]: 2_000_000n }, { [FEES]: 765_400_000_000n }],
    ['XY-CARRY', { 's3/carried_in/total': 0n }, { 's3/carried_out/total': 7_654n }],
  ])('tell nothing of %s', (code, now, before) => {
    const all = found(now, before);
    expect(all.map((finding) => finding.code)).toContain(code);
    expect(JSON.stringify(all)).toMatch(/7[,]?654/);
    expect(JSON.stringify(told(all))).not.toMatch(/7[,]?654/);
  });

  it('keep a fault of the year itself, without its consequences across years and the repair that mends those too', () => {
    const all = found({ 's3/carried_in/natural_person': 1n, 's3/carried_in/total': 1n }, {});
    const within = all.filter(({ code, consequences }) => code.startsWith('S3-') && consequences.some((one) => one.code === 'XY-CARRY'));
    expect(within.length).toBeGreaterThan(0);
    const kept = told(all);
    expect(kept.map(({ code }) => code)).toEqual(expect.arrayContaining(within.map(({ code }) => code)));
    expect(kept.flatMap(({ consequences }) => consequences).map(({ code }) => code)).not.toContain('XY-CARRY');
    expect(kept.find(({ code }) => code === within[0]?.code)?.repair).toBeNull();
  });

  it('are the same where nothing was held against the year before', () => {
    const report = reportOf('gb2021_30', figuresOf('gb2021_30', { 's4/review/total': 4n }));
    const all = checkReport(inputOf(report));
    expect(all.length).toBeGreaterThan(0);
    expect(told(all)).toEqual(all);
  });

  it('tell of a rule of a supervisor only what is within the year', () => {
    const rule = (id: string, right: string): OwnRule => readRule({ ...OWN, id, right: [right] }, formOf('gb2021_30')).rule!;
    const extraRules = [rule('OWN-WITHIN', 'new_received'), rule('OWN-ACROSS', 'last.new_received')];
    const all = found({ [RECEIVED]: 9n }, { [RECEIVED]: 7n }, { extraRules });
    const own = (findings: readonly Finding[]): readonly string[] =>
      findings.map(({ code }) => code).filter((code) => code.startsWith('OWN-'));
    expect(own(all)).toEqual(['OWN-WITHIN', 'OWN-ACROSS']);
    expect(own(told(all))).toEqual(['OWN-WITHIN']);
  });
});

import { checkReport, compareTotals, deriveTotals } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';
import { formOf } from '@gongkai/catalogue';
import { cellsOf } from '@gongkai/model';
import type { Absence, CellId, Report } from '@gongkai/model';
import type { CheckInput } from '.';
import { CLAIM } from './i18n/narrative-words';

const FORM = 'gb2021_30';
const COLUMNS =
  formOf(FORM)
    .grids.find(({ section }) => section === 's3')
    ?.columns.map(({ code }) => code) ?? [];
const row = (code: string, state: Absence): Partial<Record<CellId, Absence>> =>
  Object.fromEntries(COLUMNS.map((column) => [`s3/${code}/${column}`, state]));
const FIGURES = {
  's3/new_received/natural_person': 148n,
  's3/new_received/total': 148n,
  's3/unable_not_held/natural_person': 77n,
  's3/unable_not_held/total': 77n,
  's3/total_processed/natural_person': 148n,
  's3/total_processed/total': 148n,
} as const;

describe('rules over cells that were not found', () => {
  const report = reportOf(FORM, figuresOf(FORM, { ...FIGURES, ...row('granted', 'not_found'), ...row('partially_granted', 'not_found') }));

  it('find no false balance, share or total, and say once a rule what could not be checked', () => {
    const findings = checkReport(inputOf(report));
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error FMT-MISSING',
      'info FMT-UNCHECKED',
      'info FMT-UNCHECKED',
    ]);
    expect(findings.slice(1).map(({ message }) => message.zh)).toEqual([
      '三、收到和处理政府信息公开申请情况：“各项办理结果之和等于（七）总计”有 7 处没有核算，因为没有找到或者无法识读：三(一)予以公开、三(二)部分公开。',
      '三、收到和处理政府信息公开申请情况：“自然人与五类法人或其他组织之和等于总计”有 2 处没有核算，因为没有找到或者无法识读：三(一)予以公开、三(二)部分公开。',
    ]);
  });

  it('derive no total from what is left, and compare none', () => {
    const blank = reportOf(FORM, figuresOf(FORM, { ...FIGURES, ...row('granted', 'not_found'), ...row('total_processed', 'blank') }));
    expect([...deriveTotals(formOf(FORM), blank.readings).keys()].filter((cell) => cell.startsWith('s3/total_processed/'))).toEqual([]);
    const totals = compareTotals(formOf(FORM), report.readings).filter(({ cell }) => cell === 's3/total_processed/total');
    expect(totals.map(({ reported, computed }) => [reported, computed])).toEqual([
      [148n, null],
      [148n, 148n],
    ]);
  });

  it('never derive a total that itself was not found', () => {
    const lost = reportOf(FORM, figuresOf(FORM, { ...FIGURES, 's3/new_received/total': 'not_found' }));
    expect(deriveTotals(formOf(FORM), lost.readings).has('s3/new_received/total')).toBe(false);
  });

  it('name a whole column as one place', () => {
    const column = formOf(FORM)
      .grids.filter(({ section }) => section === 's3')
      .flatMap(cellsOf)
      .filter((cell) => cell.endsWith('/other_org'));
    const gone = reportOf(FORM, figuresOf(FORM, { ...FIGURES, ...Object.fromEntries(column.map((cell) => [cell, 'not_found'])) }));
    expect(checkReport(inputOf(gone)).find(({ code }) => code === 'FMT-MISSING')?.message.zh).toBe(
      '三、收到和处理政府信息公开申请情况：有 25 个单元格在报告中没有找到（三·法人或其他组织·其他栏）。不知道报告的数字是多少，不作空白，也不作 0。',
    );
  });
});

describe('what runs over cells beside the equations', () => {
  const unchecked = (report: Report, changes: Partial<CheckInput> = {}): readonly string[] =>
    checkReport({ ...inputOf(report), ...changes })
      .filter(({ code }) => code === 'FMT-UNCHECKED')
      .map(({ message }) => message.zh.replace(/^.*?：/, ''));
  const other = { ...FIGURES, 's3/other_correction_lapsed/total': 'unreadable' } as const;

  it('says once that the share of other outcomes and a printed subtotal could not be told', () => {
    const report = reportOf(FORM, figuresOf(FORM, other));
    const subtotals = [
      {
        label: '(六)其他处理',
        cells: ['s3/other_correction_lapsed/total', 's3/other_fee_lapsed/total'],
        raw: '9',
        amount: 9n,
        place: null,
      },
    ] as const;
    const codes = checkReport(inputOf({ ...report, subtotals })).map(({ code }) => code);
    expect(codes.filter((code) => code === 'S3-GROUP' || code === 'S3-OTHER-HIGH')).toEqual([]);
    expect(unchecked({ ...report, subtotals }).filter((line) => /小计|其他处理应当/.test(line))).toHaveLength(2);
  });

  it('says once that a number of the text could not be held against the table', () => {
    const report = reportOf(FORM, figuresOf(FORM, { ...FIGURES, 's3/carried_in/total': 'not_found' }));
    const declared = [{ code: 'requests_received', amount: 99n, section: 's1', quotation: '收到申请99件', place: null }] as const;
    expect(checkReport(inputOf({ ...report, declared })).some(({ code }) => code === 'NV-NEW')).toBe(false);
    expect(unchecked({ ...report, declared }).filter((line) => line.includes(CLAIM.says.zh.replace(/。$/, '')))).toHaveLength(1);
  });

  it('says once a rule that last year’s cells were not read, and lights no cell of this report for them', () => {
    const report = reportOf(FORM, figuresOf(FORM, FIGURES));
    const lastYear = { ...reportOf(FORM, figuresOf(FORM, row('carried_out', 'unreadable'))), year: 2022 };
    const findings = checkReport({ ...inputOf(report), lastYear }).filter(({ code }) => code === 'FMT-UNCHECKED');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ cells, message }) => cells.length === 0 && message.zh.includes('上年报告中没有找到或者无法识读'))).toBe(true);
    expect(new Set(findings.map(({ message }) => message.zh)).size).toBe(findings.length);
  });
});

import { checkReport, compareTotals, deriveTotals } from '.';
import { figuresOf, inputOf, reportOf } from '../fixtures/reports';
import { formOf } from '@gongkai/catalogue';
import { cellsOf } from '@gongkai/model';
import type { Absence, CellId } from '@gongkai/model';

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

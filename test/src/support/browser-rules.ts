import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Report } from '@gongkai/model';
import { checkReport, verdictWords } from '@gongkai/rules';

/** A report and last year's as text: amounts are bigints, which JSON cannot hold, so they travel as `"12n"`. */
export function writeReports(reports: readonly (Report | null)[]): string {
  return JSON.stringify(reports, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

/** What a browser does with a report: text in, findings and verdict as text out. */
export function checkText(text: string): string {
  const amount = (key: string, value: unknown): unknown =>
    key === 'amount' && typeof value === 'string' ? BigInt(value.slice(0, -1)) : value;
  const [report, lastYear] = JSON.parse(text, amount) as readonly [Report, Report | null];
  const input = {
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
    report,
    expectedYear: report.year,
    filing: 'document',
    lastYear,
  } as const;
  const findings = checkReport(input);
  return JSON.stringify({ findings, verdict: verdictWords(findings) });
}

import type { Finding, Words } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { WHOLE_REPORT, YEAR, YEAR_PLACES, YEAR_UNKNOWN, yearMessage } from './i18n/content-words';

/** NV-YEAR: title, period and the year read from them are the year the report is filed for, and the period is that whole year. */
export function checkYear({ report, expectedYear }: Examination): readonly Finding[] {
  const year = expectedYear ?? report.year;
  if (report.year === null)
    return [findingOf({ code: 'NV-YEAR', severity: 'warning', section: null, path: WHOLE_REPORT, message: YEAR_UNKNOWN, rule: YEAR })];
  if (year === null) return [];
  const findings: Finding[] = [];
  const named = yearsOf(report.title);
  if (named.some((found) => found !== year)) findings.push(wrong(YEAR_PLACES.title, String(year), named.join(', ')));
  else if (report.year !== year) findings.push(wrong(YEAR_PLACES.report, String(year), String(report.year)));
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  if (report.period && (report.period.from !== whole.from || report.period.to !== whole.to))
    findings.push(wrong(YEAR_PLACES.period, `${whole.from} – ${whole.to}`, `${report.period.from} – ${report.period.to}`));
  return findings;
}

function wrong(path: Words, expected: string, found: string): Finding {
  return findingOf({
    code: 'NV-YEAR',
    severity: 'error',
    section: null,
    path,
    message: yearMessage(path, expected, found),
    rule: YEAR,
    expected,
    found,
  });
}

/** Four digits that stand alone and name a year of this law, half-width or full-width. */
function yearsOf(title: string | null): readonly number[] {
  const years = (title ?? '').normalize('NFKC').match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
  return years.map(Number);
}

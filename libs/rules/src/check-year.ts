import { plainText } from '@gongkai/model';
import type { Finding, NamedYear, Report, Words } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { WHOLE_REPORT } from './i18n/content-words';
import { REPORT_YEAR, YEAR_PLACES, YEAR_UNKNOWN, noYearMessage, yearMessage, yearsDisagreeMessage } from './i18n/year-words';
import { disagreeingYears } from './named-years';

/**
 * NV-YEAR: title, period, text and date of signing speak of the year the report is filed for, the period is that whole year, and what is printed as
 * a year is one. A date of signing that does not fit is told by TM-EARLY and TM-LATE.
 */
export function checkYear({ report, expectedYear }: Examination): readonly Finding[] {
  const year = expectedYear ?? report.year;
  const typos = typosIn(report);
  if (year === null) return [...typos, ...unknownYear(report, typos.length > 0)];
  const unknown = report.year === null ? unknownYear(report, typos.length > 0) : [];
  return [...typos, ...unknown, ...wrongTitle(report, year), ...wrongPeriod(report, year), ...wrongBody(report, year)];
}

function typosIn({ years = [] }: Report): readonly Finding[] {
  return years
    .filter(({ year }) => year === null)
    .map(({ place, text }) => {
      const path = YEAR_PLACES[place];
      return said({ severity: 'error', path, message: noYearMessage(path, text), found: text });
    });
}

function unknownYear(report: Report, isTold: boolean): readonly Finding[] {
  const disagreeing = disagreeingYears(report);
  if (disagreeing.length > 0)
    return [said({ severity: 'error', path: YEAR_PLACES.report, message: yearsDisagreeMessage(disagreeing), found: yearsIn(disagreeing) })];
  return isTold ? [] : [said({ severity: 'warning', path: WHOLE_REPORT, message: YEAR_UNKNOWN })];
}

function yearsIn(named: readonly NamedYear[]): string {
  return [...new Set(named.map(({ year }) => String(year)))].join(', ');
}

function wrongTitle(report: Report, year: number): readonly Finding[] {
  const named = yearsOf(report.title);
  if (named.some((found) => found !== year)) return [wrong(YEAR_PLACES.title, String(year), named.join(', '))];
  return report.year === null || report.year === year ? [] : [wrong(YEAR_PLACES.report, String(year), String(report.year))];
}

function wrongPeriod({ period, years = [] }: Report, year: number): readonly Finding[] {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  if (!period || (period.from === from && period.to === to)) return [];
  const text = years.find(({ place }) => place === 'period')?.text ?? null;
  return [wrong(YEAR_PLACES.period, `${from} – ${to}`, `${period.from} – ${period.to}`, text)];
}

/** Sentences of another year where none is of this one; they may be left over, so that it is a warning. */
function wrongBody({ years = [] }: Report, year: number): readonly Finding[] {
  const named = years.filter(({ place }) => place === 'body').flatMap((one) => (one.year === null ? [] : [{ ...one, year: one.year }]));
  if (named.some((one) => one.year === year)) return [];
  return named.map(({ year: found, text }) => ({
    ...wrong(YEAR_PLACES.body, String(year), String(found), text),
    severity: 'warning' as const,
  }));
}

function wrong(path: Words, expected: string, found: string, quotation: string | null = null): Finding {
  return said({ severity: 'error', path, message: yearMessage(path, expected, found, quotation), expected, found });
}

function said(facts: Pick<Finding, 'severity' | 'path' | 'message'> & { readonly expected?: string; readonly found?: string }): Finding {
  return findingOf({ ...facts, section: null, rule: REPORT_YEAR });
}

/** Four digits that stand alone and name a year of this law, half-width or full-width; a raised mark is no digit of it. */
function yearsOf(title: string | null): readonly number[] {
  const years = plainText(title ?? '').match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
  return years.map(Number);
}

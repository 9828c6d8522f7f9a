import type { Report } from '@gongkai/model';

/** The report of the year before, and the file it came from. */
export interface LastYear {
  readonly file: string;
  readonly report: Report;
}

/** Finds the report of the year before; null where none belongs to this one. */
export type FindLastYear = (report: Report) => LastYear | null;

/**
 * Last year's reports to choose from. Of several, that of the same agency is taken; `given` is one that was named for the one report that is
 * checked, and may carry another name. A report that names its year has to be of the year before.
 */
export function findAmong(reports: readonly LastYear[], given: boolean): FindLastYear {
  return (report) => {
    const own = reports.filter((last) => isYearBefore(last.report, report) && (given || isSameAgency(last.report, report)));
    return own.length === 1 && own[0] ? own[0] : null;
  };
}

function isYearBefore(last: Report, report: Report): boolean {
  return last.year === null || report.year === null || last.year === report.year - 1;
}

function isSameAgency(last: Report, report: Report): boolean {
  return last.agencyName !== null && last.agencyName === report.agencyName;
}

import type { Report } from '@gongkai/model';

/** The report of the year before, and the file it came from. */
export interface LastYear {
  readonly file: string;
  readonly report: Report;
}

/** Finds the report of the year before; null where none belongs to this one. */
export type FindLastYear = (report: Report) => LastYear | null;

/** Begins with a place: 洪泽区人民政府, not 统计局. */
const NAMES_ITS_PLACE = /^\p{Script=Han}{1,}?[省市州盟县区旗镇乡]/u;

/**
 * Last year's reports to choose from. Of several, that of the same agency is taken; `given` is one that was named for the one report that is
 * checked, and may carry another name. A report that names its year has to be of the year before. Where more than one would do, none does.
 */
export function findAmong(reports: readonly LastYear[], given: boolean): FindLastYear {
  return (report) => {
    const before = reports.filter((last) => isYearBefore(last.report, report));
    if (given) return only(before);
    const named = before.filter(({ report: { agencyName } }) => agencyName !== null && agencyName === report.agencyName);
    return named.length > 0 ? only(named) : only(before.filter((last) => isSameBody(last.report.agencyName, report.agencyName)));
  };
}

function only(reports: readonly LastYear[]): LastYear | null {
  const [first, ...others] = reports;
  return first !== undefined && others.length === 0 ? first : null;
}

function isYearBefore(last: Report, report: Report): boolean {
  return last.year === null || report.year === null || last.year === report.year - 1;
}

/** One year's title says 淮安市洪泽区人民政府, the other's 洪泽区人民政府. */
function isSameBody(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const before = long.slice(0, -short.length);
  return long.endsWith(short) && NAMES_ITS_PLACE.test(short) && /[省市州盟县区旗]$/u.test(before);
}

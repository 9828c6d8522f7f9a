import type { CellId } from '@gongkai/model';
import type { Examination } from './examine';

/** Ends of the names of governments from county up; those below have no share in the combined report. */
const GOVERNMENT = /(?:省|市|县|区|州|旗|盟)人民政府$/;

/**
 * Names of bodies that make no rules: whatever belongs to a county, a banner, a township or a street, or to a district of a city. Rules are made
 * by ministries, provinces and cities with districts; a city's own name does not tell which kind it is.
 */
const WITHOUT_RULES =
  /县|旗|[\p{Script=Han}]{2}(?:乡|镇)(?:人民政府|$)|街道办事处|市[\p{Script=Han}]{1,4}(?<!新|开发|试验|实验|示范|自治)区/u;

/** The name the caller knows, else the one printed in the report. */
export function agencyName({ agency, report }: Pick<Examination, 'agency' | 'report'>): string | null {
  return agency?.name ?? report.agencyName;
}

/** Whether the report is the combined one of a government from county up: by its kind where that is known, else by its name. */
export function isGovernment(examination: Pick<Examination, 'agency' | 'report'>): boolean {
  const kind = examination.agency?.kind ?? null;
  if (kind !== null) return kind === 'GOVERNMENT';
  return GOVERNMENT.test(agencyName(examination) ?? '');
}

/** Whether a cell is among those that cannot apply to the agency. */
export function cannotHave({ agency }: Pick<Examination, 'agency'>, cell: CellId): boolean {
  const [section, row] = cell.split('/');
  return agency?.cannotHave.some((named) => named === cell || named === `${section}/${row}`) ?? false;
}

/** Whether the name is one of a body that cannot make 规章. */
export function makesNoRules(examination: Pick<Examination, 'agency' | 'report'>): boolean {
  return WITHOUT_RULES.test(agencyName(examination) ?? '');
}

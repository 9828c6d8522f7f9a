import type { AgencyKind, Deadline, RegionLevel } from '@gongkai/model';
import { DEADLINES } from './generated/catalogue';

const COMBINED: Readonly<Record<RegionLevel, Deadline['level']>> = {
  // No report of the whole government is due: its offices file as departments do.
  nation: 'department',
  province: 'province_government',
  prefecture: 'prefecture_government',
  county: 'county_government',
  // F30 二 names no functional zone; its combined report goes to the government above with those of the counties.
  functional_zone: 'county_government',
  township: 'department',
};

/**
 * The statutory date, as ISO date in the year after the report year, by which an agency has to have filed (国令711号第49条, 国办公开办函〔2021〕30号二).
 * A combined report (`GOVERNMENT`) follows the level of its region; everyone else is a department and files by 31 January. That holds for a
 * vertical organ too: 31 March is the date of the report its whole system publishes, which no single organ owes.
 * Report years before 2019 had another date and are refused with a RangeError.
 */
export function dueOn(kind: AgencyKind, level: RegionLevel, year: number): string {
  if (year < 2019) throw new RangeError(`no statutory date is known for the report year ${year}`);
  const wanted = kind === 'GOVERNMENT' ? COMBINED[level] : 'department';
  const deadline = DEADLINES.find((candidate) => candidate.level === wanted);
  if (!deadline) throw new RangeError(`the catalogue has no deadline for ${wanted}`);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year + 1}-${two(deadline.month)}-${two(deadline.day)}`;
}

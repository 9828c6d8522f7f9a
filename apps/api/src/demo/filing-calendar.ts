import type { DemoAgency, DemoRegion } from './demo-city';
import { diceFor, type DemoDice } from './dice';
import { CITY_SUPERVISORS, countySupervisor } from './accounts';
import { liesIn, REGIONS } from './places';
import { LATE } from './troubles';

/** When and by whom the acts of one filing happen: each later than the one before. */
export interface FilingCalendar {
  readonly submitted: string;
  readonly accepted: string;
  readonly published: string;
  /** A return, the second filing after it; an amendment, its acceptance and publication. */
  readonly returned: string;
  readonly resubmitted: string;
  readonly amended: string;
  readonly amendmentAccepted: string;
  readonly amendmentPublished: string;
  readonly filer: string;
  readonly reviewer: string;
  readonly publisher: string;
}

export function calendarOf(agency: DemoAgency, year: number): FilingCalendar {
  const dice = diceFor(`${agency.key}/${year}/calendar`);
  const first = filedOn(agency, year, dice);
  const returned = first + dice.between(1, 2);
  const accepted = returned + dice.between(2, 3);
  const published = accepted + dice.between(1, 2);
  const at = (day: number): string => momentOf(year + 1, day, dice);
  return {
    submitted: at(first),
    returned: at(returned),
    resubmitted: at(returned + 1),
    accepted: at(accepted),
    published: at(published),
    amended: at(published + 4),
    amendmentAccepted: at(published + 5),
    amendmentPublished: at(published + 6),
    filer: agency.key,
    ...deciders(agency),
  };
}

export function isLate({ key }: DemoAgency, year: number): boolean {
  return LATE[key]?.includes(year) ?? false;
}

/** The day of the year after, counted from 1 January: departments in January, counties by 20 February, the city by 10 March. */
function filedOn(agency: DemoAgency, year: number, dice: DemoDice): number {
  const late = isLate(agency, year);
  if (agency.kind !== 'GOVERNMENT') return late ? dice.between(33, 38) : dice.between(8, 25);
  if (levelOf(agency) === 'prefecture') return dice.between(62, 65);
  return late ? dice.between(53, 55) : dice.between(44, 48);
}

/** Agencies of a county are decided about there, its combined report and the city's agencies in the city; the publisher is another office where there is one. */
function deciders(agency: DemoAgency): Pick<FilingCalendar, 'reviewer' | 'publisher'> {
  const county = REGIONS.find(({ key, parentKey }) => parentKey === 'yl' && liesIn(agency.regionKey, key));
  if (!county || agency.kind === 'GOVERNMENT') return { reviewer: CITY_SUPERVISORS.first, publisher: CITY_SUPERVISORS.second };
  return { reviewer: countySupervisor(county.key), publisher: countySupervisor(county.key) };
}

function levelOf({ regionKey }: DemoAgency): DemoRegion['level'] | undefined {
  return REGIONS.find(({ key }) => key === regionKey)?.level;
}

const DAYS_BEFORE: readonly number[] = [0, 31, 59, 90];

/** An hour of office on a day of January to March, in the time of China; in leap years everything is a day later from March on. */
function momentOf(year: number, day: number, dice: DemoDice): string {
  const month = DAYS_BEFORE.findLastIndex((before) => day > before);
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `${year}-${two(month + 1)}-${two(day - (DAYS_BEFORE[month] ?? Number.NaN))}`;
  return `${date}T${two(dice.between(9, 16))}:${two(dice.between(0, 59))}:00+08:00`;
}

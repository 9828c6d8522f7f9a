import { dueOn } from '@gongkai/catalogue';
import { diceFor } from '../demo/dice';
import { SYNTHETIC_YEARS, type SyntheticAgency } from './synthetic-country';

/** How far a report got; `missing` was never filed. An amended one has a second edition, published too. */
export type SyntheticFate = 'missing' | 'submitted' | 'accepted' | 'published' | 'amended';

export interface SyntheticFiling {
  /** Counted from 1, as the database will. */
  readonly reportId: number;
  readonly agency: SyntheticAgency;
  readonly year: number;
  readonly dueOn: string;
  readonly obliged: boolean;
  readonly fate: SyntheticFate;
  readonly late: boolean;
}

/** In percent, in the order of the fates below. */
const FATES: readonly (readonly [fate: SyntheticFate, weight: number])[] = [
  ['missing', 5],
  ['submitted', 1],
  ['accepted', 4],
  ['published', 88],
  ['amended', 2],
];
const LATE = 0.06;

/** Every report of the country, agency by agency and year by year. */
export function* syntheticFilings(seed: string, agencies: readonly SyntheticAgency[]): Iterable<SyntheticFiling> {
  let reportId = 0;
  for (const agency of agencies) {
    for (const year of SYNTHETIC_YEARS.filter((each) => each >= agency.firstYear)) {
      reportId += 1;
      const dice = diceFor(`${seed}/${agency.id}/${year}/fate`);
      const fate = FATES[dice.pick(FATES.map(([, weight]) => weight))]?.[0] ?? 'published';
      const obliged = agency.kind !== 'PUBLIC_INSTITUTION';
      yield { reportId, agency, year, dueOn: dueOn(agency.kind, agency.region.level, year), obliged, fate, late: dice.roll() < LATE };
    }
  }
}

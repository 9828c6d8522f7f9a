import type { Coverage } from '@gongkai/model';

/** Agencies as they are counted: who owes a report, who reported, and who of them too late. */
export interface AgencyCounts {
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
}

/** Who stands behind a figure, of whom so many answered and so many reported on a form that has no such figure. */
export function coverageOf({ expected, reported, late }: AgencyCounts, answered: number, leftOutForm: number): Coverage {
  const leftOut = reported - answered;
  return { expected, reported, late, missing: expected - reported, leftOut, leftOutBlank: leftOut - leftOutForm, leftOutForm };
}

export const NOBODY_EXPECTED: Coverage = coverageOf({ expected: 0, reported: 0, late: 0 }, 0, 0);

/** Those whose answers are in the figure. */
export function countedIn({ reported, leftOut }: Coverage): number {
  return reported - leftOut;
}

/** Several coverages as one, e.g. of years or of regions that have no agency in common. */
export function addCoverages(each: readonly Coverage[]): Coverage {
  const sum = (of: (coverage: Coverage) => number): number => each.reduce((so, coverage) => so + of(coverage), 0);
  return {
    expected: sum(({ expected }) => expected),
    reported: sum(({ reported }) => reported),
    late: sum(({ late }) => late),
    missing: sum(({ missing }) => missing),
    leftOut: sum(({ leftOut }) => leftOut),
    leftOutBlank: sum(({ leftOutBlank }) => leftOutBlank),
    leftOutForm: sum(({ leftOutForm }) => leftOutForm),
  };
}

import { groupBy } from './group-by';
import type { CoverageRow, SumRow } from './rows';

/** One obligation with what stands for it: who reported on which year, where it was then, and its parts of the indicators asked for. */
export interface ReportedRow {
  readonly agencyId: string;
  readonly year: number;
  /** As of 31 December of the year. */
  readonly regionPath: readonly string[];
  readonly expected: boolean;
  readonly late: boolean;
  /** Null where nothing counts in this state; the arrays are then of nothing. */
  readonly s2Form: SumRow['s2Form'] | null;
  readonly s3Form: SumRow['s3Form'] | null;
  readonly s4Form: SumRow['s4Form'] | null;
  /** In the order of the indicators asked for; whole numbers as text, null where the indicator is not answered. */
  readonly numerators: readonly (string | null)[];
  readonly denominators: readonly (string | null)[];
}

/** A report under the group it is counted in. */
export type GroupedRow = ReportedRow & { readonly key: string; readonly name: string };

/** Sums and coverage of each group and year. What nobody answered stays nothing. */
export function addUp(rows: readonly GroupedRow[]): { readonly sums: readonly SumRow[]; readonly coverage: readonly CoverageRow[] } {
  const years = groupBy(rows, ({ key, year }) => `${key} ${year}`);
  const coverage = [...years.values()].flatMap((group) => coverageOf(group) ?? []);
  const forms = groupBy(rows, ({ key, year, s2Form, s3Form, s4Form }) => [key, year, s2Form, s3Form, s4Form].join(' '));
  return { sums: [...forms.values()].flatMap(sumsOf), coverage };
}

function coverageOf(group: readonly GroupedRow[]): CoverageRow | null {
  const [first] = group;
  const expected = group.filter((row) => row.expected);
  if (first === undefined || expected.length === 0) return null;
  return {
    groupKey: first.key,
    groupName: first.name,
    year: first.year,
    expected: expected.length,
    reported: group.filter(({ s2Form }) => s2Form !== null).length,
    late: group.filter(({ late }) => late).length,
  };
}

function sumsOf(group: readonly GroupedRow[]): readonly SumRow[] {
  const [first] = group;
  if (first === undefined || first.s2Form === null || first.s3Form === null || first.s4Form === null) return [];
  const { key: groupKey, year, s2Form, s3Form, s4Form } = first;
  return first.numerators.map((_, index) => {
    const numerators = group.map((row) => row.numerators[index] ?? null);
    const denominators = group.map((row) => row.denominators[index] ?? null);
    const answered = numerators.filter((numerator) => numerator !== null).length;
    return {
      groupKey,
      year,
      index,
      s2Form,
      s3Form,
      s4Form,
      numerator: added(numerators),
      denominator: added(denominators),
      editions: group.length,
      answered,
    };
  });
}

function added(figures: readonly (string | null)[]): string | null {
  const present = figures.filter((figure) => figure !== null);
  return present.length === 0 ? null : present.reduce((sum, figure) => sum + BigInt(figure), 0n).toString();
}

import type { FormId } from '@gongkai/model';
import { pointOf } from './point-of';
import type { Question } from './questions-of';
import type { CoverageRow, SumRow } from './rows';

/** What one edition makes of every indicator, by the catalogue's positions: whole numbers as text, null where a needed cell is absent. */
export interface EditionParts {
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly s4Form: FormId;
  readonly numerators: readonly (string | null)[];
  readonly denominators: readonly (string | null)[];
}

/** What stands in a place for one year: the rows of all questions, and who stands behind them. */
export interface StandingSums {
  readonly sums: readonly SumRow[];
  readonly coverage: CoverageRow;
}

/** One edition in the place of another. */
export interface Replacement {
  readonly was: EditionParts;
  readonly becomes: EditionParts;
}

/** Values as they are printed; null where there is none. */
export interface Effect {
  readonly question: Question;
  readonly before: string | null;
  readonly after: string | null;
}

/** The values of a year that would be others, were one of the editions added up in them replaced. */
export function effectOf(questions: readonly Question[], standing: StandingSums, { was, becomes }: Replacement): readonly Effect[] {
  return questions.flatMap((question, index) => {
    const rows = standing.sums.filter((row) => row.index === index);
    const taken = rowOf(was, question, { index, year: standing.coverage.year, sign: -1 });
    const put = rowOf(becomes, question, { index, year: standing.coverage.year, sign: 1 });
    const [before, after] = [rows, [...rows, taken, put]].map((of) => valueOf(question, of, standing.coverage));
    return before === after ? [] : [{ question, before: before ?? null, after: after ?? null }];
  });
}

/** An agency's own year: its one edition is all that is added up. */
export function ownEffectOf(questions: readonly Question[], year: number, { was, becomes }: Replacement): readonly Effect[] {
  const sums = questions.map((question, index) => rowOf(was, question, { index, year, sign: 1 }));
  const coverage = { groupKey: '', groupName: '', year, expected: 1, reported: 1, late: 0 };
  return effectOf(questions, { sums, coverage }, { was, becomes });
}

/** `sign` -1: the edition is taken away from what it was added to. */
function rowOf(
  { s2Form, s3Form, s4Form, numerators, denominators }: EditionParts,
  { indicator: { position } }: Question,
  { index, year, sign }: { readonly index: number; readonly year: number; readonly sign: 1 | -1 },
): SumRow {
  const [numerator = null, denominator = null] = [numerators[position - 1], denominators[position - 1]];
  const signed = (figure: string | null): string | null => (figure === null ? null : (BigInt(figure) * BigInt(sign)).toString());
  const answered = numerator === null ? 0 : sign;
  const sums = { numerator: signed(numerator), denominator: signed(denominator) };
  return { groupKey: '', year, index, s2Form, s3Form, s4Form, ...sums, editions: sign, answered };
}

function valueOf(question: Question, rows: readonly SumRow[], coverage: CoverageRow): string | null {
  return pointOf({ question, year: coverage.year, group: null, rows, restated: [], coverage, smallBelow: 0 }).value;
}

import { type CellId, type FormId, type Grid, type Indicator, type IndicatorTerms, type Line, type Words } from '@gongkai/model';
import { formOf, indicatorOf } from './find';
import { FORMS } from './generated/catalogue';

/** Ways in which the totals of section three are parted: by its columns or by the rows of its results. */
export type RequestAxis = 'applicant' | 'outcome';

const SECTION = 's3';
const TOTAL_COLUMN = 'total';
const TOTAL_ROW = 'total_processed';

/** Columns of section three but the total; applicants are parted alike in every form. */
export function applicants(): readonly Line[] {
  return FORMS.slice(-1).flatMap((form) => requests(form.id).columns.filter(({ computed }) => !computed));
}

/** Rows of section three whose sum is the total processed; each belongs to a group. */
export function outcomesOf(form: FormId): readonly Line[] {
  return requests(form).rows.filter(({ group, computed }) => group !== null && !computed);
}

/** The groups of these rows in the order of the forms, each named as the indicator that counts it. */
export function outcomeGroups(lines: readonly Line[] = FORMS.flatMap(({ id }) => outcomesOf(id))): readonly OutcomeGroup[] {
  const keys = new Set(lines.flatMap(({ group }) => group ?? []));
  return [...keys].map((key) => ({ key, name: indicatorOf(key).title }));
}

interface OutcomeGroup {
  readonly key: string;
  readonly name: Words;
}

/** Why an indicator cannot be parted so, or chosen by it; null where it can: it is made of nothing but the totals that are parted. */
export function refusedParting(indicator: Indicator, axis: RequestAxis): Words | null {
  const terms = Object.values(indicator.terms);
  const isParted = axis === 'applicant' ? terms.every(isOfColumnTotals) : terms.every(isTotalProcessed);
  if (isParted) return null;
  const { zh, en } = AXES[axis];
  return {
    zh: `“${indicator.title.zh}”不能按${zh}拆分：它不是由表三的总计得出的。`,
    en: `“${indicator.title.en}” cannot be parted by ${en}: it is not made of totals of section three.`,
  };
}

const AXES: Readonly<Record<RequestAxis, Words>> = {
  applicant: { zh: '申请人类型', en: 'type of applicant' },
  outcome: { zh: '办理结果', en: 'outcome' },
};

const isOfColumnTotals = ({ of, over }: IndicatorTerms): boolean => [...of, ...over].every((cell) => isAt(cell, 2, TOTAL_COLUMN));

const isTotalProcessed = ({ of, over }: IndicatorTerms): boolean => over.length === 0 && of.every((cell) => isAt(cell, 1, TOTAL_ROW));

function isAt(cell: CellId, place: 1 | 2, code: string): boolean {
  const parts = cell.split('/');
  return parts[0] === SECTION && parts[place] === code;
}

function requests(form: FormId): Grid {
  const grid = formOf(form).grids.find(({ section }) => section === SECTION);
  if (grid === undefined) throw new Error(`${form} has no section three`);
  return grid;
}

import type { CellId, Form, Grid, Indicator, IndicatorTerms, Line, Words } from '@gongkai/model';

/** Ways in which the totals of section three are parted: by its columns or by the rows of its results. */
export type RequestAxis = 'applicant' | 'outcome';

/** Rows of results that are counted together. */
export interface OutcomeGroup {
  readonly key: string;
  readonly name: Words;
}

export const SECTION_OF_REQUESTS = 's3';
const TOTAL_COLUMN = 'total';
const TOTAL_ROW = 'total_processed';

/** Columns of section three but the total; applicants are parted alike in every form. */
export function applicantsOf(forms: readonly Form[]): readonly Line[] {
  return forms.slice(-1).flatMap((form) => requests(form).columns.filter(({ computed }) => !computed));
}

/** Rows of section three whose sum is the total processed; each belongs to a group. */
export function outcomesOf(form: Form): readonly Line[] {
  return requests(form).rows.filter(({ group, computed }) => group !== null && !computed);
}

/** The groups of these rows in the order of the forms, each named as the indicator that counts it. */
export function outcomeGroups(lines: readonly Line[], indicators: readonly Indicator[]): readonly OutcomeGroup[] {
  const keys = new Set(lines.flatMap(({ group }) => group ?? []));
  return [...keys].map((key) => {
    const counting = indicators.find(({ code }) => code === key);
    if (counting === undefined) throw new RangeError(`no indicator counts the outcomes ${key}`);
    return { key, name: counting.title };
  });
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
  return parts[0] === SECTION_OF_REQUESTS && parts[place] === code;
}

function requests({ id, grids }: Form): Grid {
  const grid = grids.find(({ section }) => section === SECTION_OF_REQUESTS);
  if (grid === undefined) throw new Error(`${id} has no section three`);
  return grid;
}

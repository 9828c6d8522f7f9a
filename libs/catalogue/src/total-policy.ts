import type { CellId, FormId, Indicator, Words } from '@gongkai/model';
import { FORMS } from './generated/catalogue';

/** Which figure counts where a form prints a total beside its details; every indicator, chart and export goes by this. */
export const TOTAL_POLICY: { readonly code: 'printed_else_computed'; readonly says: Words; readonly reason: Words } = {
  code: 'printed_else_computed',
  says: {
    zh: '采用报告印出的总计；总计空白的，采用各分项之和并注明推算。',
    en: 'The printed total counts; where it is blank the sum of its details does, flagged as derived.',
  },
  reason: {
    zh: '机关公布的是印出的数字，平台不改动它；有的报告只填总计，不填分项。与分项之和不一致的另行列出。',
    en: 'The printed figure is what the agency published and is never mended; some reports print totals and no details. Where both differ, both are shown.',
  },
};

/** Cells of an indicator that a form prints as totals of others; empty where it adds details only. */
export function totalCellsOf(indicator: Indicator, formId: FormId): readonly CellId[] {
  const terms = indicator.terms[formId];
  if (terms === undefined) return [];
  const totals = TOTALS.get(formId);
  return [...new Set([...terms.of, ...terms.over])].filter((cell) => totals?.has(cell));
}

/** Whether an indicator adds up some total under some form. */
export function addsTotals(indicator: Indicator): boolean {
  return FORMS.some(({ id }) => totalCellsOf(indicator, id).length > 0);
}

const TOTALS: ReadonlyMap<FormId, ReadonlySet<CellId>> = new Map(
  FORMS.map(({ id, grids }) => [
    id,
    new Set(
      grids.flatMap(({ section, rows, columns }) =>
        rows.flatMap((row) =>
          columns.flatMap((column): CellId[] => (row.computed || column.computed ? [`${section}/${row.code}/${column.code}`] : [])),
        ),
      ),
    ),
  ]),
);

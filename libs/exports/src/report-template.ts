import { cellAt, type Form, type Grid, type Line, type SectionCode } from '@gongkai/model';
import type { Column, Row, CsvTable } from './write-csv';

/** To be overwritten: who reports on which year stands in the title alone. */
const TITLE = '××机关××××年政府信息公开工作年度报告';
/** The reader goes by `cell` and `text`; what stands between them is for people. `text` is last, so that nothing is pushed out of place. */
const HEADER: Row = ['cell', '项目', '栏目', 'text'];
const EMPTY: Row = [null, null, null, null];
const text = (title: string): Column => ({ title, kind: 'text' });

/**
 * A statutory form as a sheet to fill in and to send as a report: title, the headings of all sections with room for the text below those of
 * the narrative ones, and below the others a line for each cell with its id and its labels. Nothing is filled in; what stays blank was not reported.
 */
export function reportTemplate(form: Form): CsvTable {
  return {
    columns: [text(TITLE), text(''), text(''), text('')],
    rows: form.sections.flatMap(({ code, title }) => sectionRows(form, code, title.zh)),
  };
}

function sectionRows({ grids }: Form, section: SectionCode, heading: string): readonly Row[] {
  const own = grids.filter((grid) => grid.section === section);
  return [[heading, null, null, null], ...(own.length === 0 ? [EMPTY] : [HEADER, ...own.flatMap(gridRows)])];
}

function gridRows(grid: Grid): readonly Row[] {
  return grid.rows.flatMap((row) =>
    grid.columns.map((column): Row => [cellAt(grid, row.code, column.code), labelOf(row), labelOf(column), null]),
  );
}

/** With the headings above it: 三、本年度办理结果 （三）不予公开 1.属于国家秘密. */
function labelOf({ under, label }: Line): string {
  return [...under, label.zh].join(' ');
}

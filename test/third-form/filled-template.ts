import { FORMS, formOf } from '@gongkai/catalogue';
import { type CellId, type Form, type FormId, type TableSection, cellsOf } from '@gongkai/model';
import type { Upload } from '../src/support/running-server';
import { PLAIN_NARRATIVE } from '../src/support/typed-cells';

export const [FIRST, BEFORE, THIRD] = FORMS as readonly [Form, Form, Form];
export const THIRD_YEAR = THIRD.years.first;

type Figures = Readonly<Partial<Record<CellId, string>>>;

/** So much in the cells of a row of section three that one natural person and all together make. */
export const requests = (amounts: Readonly<Record<string, number>>): Figures =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([row, amount]) =>
      ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, String(amount)]),
    ),
  );

const textIn = (figures: Figures, cell: CellId): string => (cell in figures ? figures[cell]! : '0');

/** The lines of the template of a form, filled in: 0 where nothing else is said. Sections may be those of other forms. */
export function filledTemplate(title: string, figures: Figures, forms: Partial<Record<TableSection, FormId>> = {}): Upload {
  const lines = THIRD.sections.flatMap(({ code, title: heading }) => {
    const text = PLAIN_NARRATIVE.find(({ section }) => section === code)?.text;
    if (text !== undefined) return [[heading.zh], [text]];
    const form = formOf(forms[code as TableSection] ?? THIRD.id);
    const cells = form.grids.filter(({ section }) => section === code).flatMap(cellsOf);
    return [[heading.zh], ['cell', 'text'], ...cells.map((cell) => [cell, textIn(figures, cell)])];
  });
  return {
    name: 'report.csv',
    content: Buffer.from([[title], ...lines].map((line) => line.map((field) => `"${field}"`).join(',')).join('\n')),
  };
}

/** Sections three and four as tables that people read, the rows of section four as lines. */
export function printedTables(form: Form, figures: Figures): string {
  const tables = form.grids
    .filter(({ section }) => section !== 's2')
    .flatMap(({ section, rows, columns }) => [
      [form.sections.find(({ code }) => code === section)!.title.zh],
      ['项目', ...columns.map(({ label }) => label.zh)],
      ...rows.map((row) => [row.label.zh, ...columns.map((column) => textIn(figures, `${section}/${row.code}/${column.code}`))]),
    ]);
  return tables.map((line) => line.join('\t')).join('\n');
}

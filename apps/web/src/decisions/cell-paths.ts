import type { Language } from '@gongkai/model';
import { FORMS } from '@gongkai/catalogue';
import { cellAt } from '@gongkai/model';

/** Every cell of every form in the form's words, the form in force first; a cell that two forms have is named once. */
export function cellPaths(language: Language): ReadonlyMap<string, string> {
  const lines = [...FORMS]
    .sort((a, b) => b.years.first - a.years.first)
    .flatMap(({ grids }) =>
      grids.flatMap((grid) =>
        grid.rows.flatMap((row) =>
          grid.columns.map(
            (column) => [cellAt(grid, row.code, column.code), `${row.label[language]} × ${column.label[language]}`] as const,
          ),
        ),
      ),
    );
  return new Map(lines.toReversed());
}

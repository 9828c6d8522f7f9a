import { cellsOfForm, type CellId } from '@gongkai/model';
import { useMemo } from 'react';
import type { YearDesk } from './use-year-desk';

/** The cells that are still to be filled in. */
export function useBlanks({ sheet, inapplicable }: Pick<YearDesk, 'sheet' | 'inapplicable'>): readonly CellId[] {
  const { grid, texts } = sheet;
  return useMemo(
    () => cellsOfForm(grid.form).filter((cell) => !grid.totals.has(cell) && !texts.has(cell) && !isInapplicable(inapplicable, cell)),
    [grid, texts, inapplicable],
  );
}

/** Whether the row of a cell cannot apply to the agency. */
export function isInapplicable(inapplicable: ReadonlySet<string>, cell: CellId): boolean {
  return cell.startsWith('s2/') && inapplicable.has(cell.split('/')[1] ?? '');
}

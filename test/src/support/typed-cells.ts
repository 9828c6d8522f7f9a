import { FORMS } from '@gongkai/catalogue';
import { type CellId, cellsOf } from '@gongkai/model';

/** Every cell of the 2021 form as typed: 0, except what is changed. */
export function typedCells(changes: Partial<Record<CellId, string>> = {}): readonly { readonly cell: string; readonly text: string }[] {
  const cells = FORMS.find((form) => form.id === 'gb2021_30')!.grids.flatMap(cellsOf);
  return cells.map((cell) => ({ cell, text: cell in changes ? changes[cell]! : '0' }));
}

/** The narrative sections with nothing to find in them. */
export const PLAIN_NARRATIVE = [
  { section: 's1', text: '全年按规定公开政府信息。' },
  { section: 's5', text: '更新不够及时，已经明确专人负责。' },
  { section: 's6', text: '本年度没有收取信息处理费。' },
] as const;

/** So many requests by natural persons, all granted. */
export const grantedCells = (count: string): ReturnType<typeof typedCells> =>
  typedCells(
    Object.fromEntries(
      ['new_received', 'granted', 'total_processed'].flatMap((row) =>
        ['natural_person', 'total'].map((column) => [`s3/${row}/${column}`, count]),
      ),
    ),
  );

import { FORMS } from '@gongkai/catalogue';
import type { PrintedLine } from '../tables/stretch';
import { resolveCuts, type PlacedLine } from './resolve-cuts';

const form = FORMS.find(({ id }) => id === 'gb2021_30')!;
const grid = form.grids.find(({ id }) => id === 'requests')!;
const cellOf = (text: string) => ({ text, column: 0, columnSpan: 1, rowSpan: 1, place: {} });

/** The whole grid, zero but for these rows; several ways are parted by `|`. */
function linesOf(rows: Readonly<Record<string, string>>): readonly PlacedLine[] {
  return grid.rows.map((row) => {
    const ways = (rows[row.code] ?? '0 0 0 0 0 0 0').split('|').map((way) => way.split(' '));
    const [only, ...others] = ways;
    const line: PrintedLine =
      others.length === 0
        ? { labels: [row.label.zh], cells: only!.map(cellOf), stray: [], place: {} }
        : { labels: [row.label.zh], cells: only!.map(() => null), stray: [cellOf('…')], place: {}, cut: { text: '…', ways } };
    return { line, target: { grid, row } };
  });
}

function resolved(rows: Readonly<Record<string, string>>) {
  const found = resolveCuts(linesOf(rows), form.rules);
  return (
    found && [...found.values()].map(({ cells, spent, stray }) => [cells.map((cell) => cell?.text).join(' '), spent?.length, stray.length])
  );
}

const GRANTED = '2 20 0 0 0 0 22|22 0 0 0 0 0 22';

describe('resolveCuts', () => {
  it('takes the one cut with which every column adds up', () => {
    const rows = { new_received: '22 0 0 0 0 0 22', granted: GRANTED, total_processed: '22 0 0 0 0 0 22' };
    expect(resolved(rows)).toEqual([['22 0 0 0 0 0 22', 1, 0]]);
    expect(resolved({ ...rows, new_received: '2 20 0 0 0 0 22|22 0 0 0 0 0 22' })).toHaveLength(2);
  });

  it('takes none where no cut adds up, where several do, or where a row is missing', () => {
    expect(resolved({ new_received: '9 0 0 0 0 0 9', granted: GRANTED, total_processed: '9 0 0 0 0 0 9' })).toBeNull();
    expect(resolved({ new_received: GRANTED, granted: GRANTED, total_processed: GRANTED })).toBeNull();
    const lines = linesOf({ new_received: '22 0 0 0 0 0 22', granted: GRANTED, total_processed: '22 0 0 0 0 0 22' });
    expect(resolveCuts(lines.slice(0, -1), form.rules)).toBeNull();
    expect(resolveCuts(linesOf({}), form.rules)).toBeNull();
  });
});

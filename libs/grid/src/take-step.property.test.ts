import { cellsOf, type CellId } from '@gongkai/model';
import fc from 'fast-check';
import { openedForm, plainWorth } from '../fixtures/opened-form';
import { planPaste, startGrid, takeStep, totalsIn, type EntryGrid, type GridStep, type TextBlock } from '.';

const TEXTS = ['', '0', '3', '12', '/', '1,204', '约5', ' 7 '];
type Act = Exclude<GridStep, { readonly kind: 'paste' | 'move' }> | { readonly kind: 'paste'; readonly block: TextBlock };

/** The same steps on plain records: a list of all cells for each moment, and an index into it. */
class PlainSheet {
  private moments: Record<string, string>[] = [{}];
  private at = 0;
  private anchor: CellId;
  private focus: CellId;

  constructor(private readonly grid: EntryGrid) {
    this.anchor = this.focus = grid.tables[0]!.lines[0]![0]!;
  }

  get cells(): Record<string, string> {
    return this.moments[this.at]!;
  }

  take(act: Act): void {
    if (act.kind === 'go') this.go(act.cell, act.extend === true);
    else if (act.kind === 'undo') this.at = Math.max(0, this.at - 1);
    else if (act.kind === 'redo') this.at = Math.min(this.moments.length - 1, this.at + 1);
    else this.write(act);
  }

  private go(cell: CellId, extend: boolean): void {
    this.focus = cell;
    if (!extend || cell.slice(0, 2) !== this.anchor.slice(0, 2)) this.anchor = cell;
  }

  private write(act: Exclude<Act, { readonly kind: 'go' | 'undo' | 'redo' }>): void {
    const next: Record<string, string> = { ...this.cells };
    const put = (cell: string, text: string): void => {
      next[cell] = text.trim();
    };
    if (act.kind === 'type' && !this.isTotal(act.cell)) put(act.cell, act.text);
    if (act.kind === 'clear') for (const cell of this.selected()) put(cell, '');
    if (act.kind === 'take' || act.kind === 'fill') for (const [cell, text] of act.texts) put(cell, text);
    if (act.kind === 'paste') this.paste(act.block, put);
    const kept = Object.fromEntries(Object.entries(next).filter(([cell, text]) => text !== '' && !this.agrees(cell, text, next)));
    if (JSON.stringify(Object.entries(kept).sort()) === JSON.stringify(Object.entries(this.cells).sort())) return;
    this.moments = [...this.moments.slice(0, this.at + 1), kept];
    this.at += 1;
  }

  private paste(block: TextBlock, put: (cell: string, text: string) => void): void {
    const selected = this.selected().filter((cell) => !this.isTotal(cell));
    const [single, ...more] = block.flat();
    if (typeof single === 'string' && more.length === 0 && selected.length > 1) {
      for (const cell of selected) put(cell, single);
      return;
    }
    const { lines } = this.table();
    const { rows, columns } = this.corners();
    block.forEach((texts, down) =>
      texts.forEach((text, across) => {
        const line = lines[rows[0]! + down];
        const cell = line?.[columns[0]! + across];
        const begins = cell !== undefined && line!.indexOf(cell) === columns[0]! + across;
        if (begins && !this.isTotal(cell) && text !== null) put(cell, text);
      }),
    );
  }

  private selected(): CellId[] {
    const { rows, columns } = this.corners();
    return [...new Set(rows.flatMap((row) => columns.map((column) => this.table().lines[row]![column]!)))];
  }

  /** Widened column by column until both edges stand between cells. */
  private corners(): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
    const { lines } = this.table();
    const row = (cell: CellId) => lines.findIndex((line) => line.includes(cell));
    const column = (cell: CellId) => lines[row(cell)]!.indexOf(cell);
    const rows = span(row(this.anchor), row(this.focus));
    let columns = span(column(this.anchor), column(this.focus));
    for (;;) {
      const inside = new Set(rows.flatMap((one) => columns.map((other) => lines[one]![other])));
      const reached = lines[0]!.map((_, at) => at).filter((at) => rows.some((one) => inside.has(lines[one]![at])));
      if (reached.length === columns.length) return { rows, columns };
      columns = reached;
    }
  }

  private table() {
    return this.grid.tables.find(({ section }) => section === this.focus.slice(0, 2))!;
  }

  private isTotal(cell: string): boolean {
    return this.grid.totals.has(cell as CellId);
  }

  private agrees(cell: string, text: string, cells: Record<string, string>): boolean {
    return this.isTotal(cell) && plainWorth(text) === this.sum(cell as CellId, cells);
  }

  /** The first definition with a number in it and nothing unreadable. */
  private sum(cell: CellId, cells: Record<string, string>): bigint | null {
    for (const { parts } of this.grid.totals.get(cell)!) {
      const worths = parts.map((part) =>
        this.isTotal(part.cell) ? (this.sum(part.cell, cells) ?? 'nothing') : cells[part.cell] ? plainWorth(cells[part.cell]!) : 'nothing',
      );
      const numbers = worths.filter((worth) => typeof worth === 'bigint');
      if (numbers.length > 0 && !worths.includes('unknown')) return numbers.reduce((sum, one) => sum + one, 0n);
    }
    return null;
  }
}

function span(one: number, other: number): number[] {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}

const text = fc.constantFrom(...TEXTS);
const block = fc.array(fc.array(fc.option(text, { freq: 8 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });

function acts(grid: EntryGrid): fc.Arbitrary<readonly Act[]> {
  const all = grid.form.grids.flatMap(cellsOf);
  const cell = fc.constantFrom(...all, ...all.filter((id) => id.startsWith('s2')));
  const texts = fc.array(fc.tuple(cell, text), { maxLength: 30 }).map((pairs) => new Map(pairs));
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), cell, text }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('go' as const), cell, extend: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('paste' as const), block }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('take' as const, 'fill' as const), texts }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'clear' as const }) },
      { weight: 4, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'undo' as const }, { kind: 'redo' as const }) },
    ),
    { maxLength: 40 },
  );
}

/** `undo` and `redo` bring the selection back, too: the plain sheet is told where it is then. */
function compare(grid: EntryGrid, steps: readonly Act[]): void {
  const plain = new PlainSheet(grid);
  let state = startGrid(grid, new Map());
  for (const act of steps) {
    state = takeStep(grid, state, act.kind === 'paste' ? { kind: 'paste', texts: planPaste(grid, state, act.block).texts } : act);
    plain.take(act);
    if (act.kind !== 'undo' && act.kind !== 'redo') continue;
    const [anchor, focus] = [state.selection.anchor, state.selection.focus].map(
      ({ section, row, column }) => grid.tables.find((table) => table.section === section)!.lines[row]![column]!,
    );
    plain.take({ kind: 'go', cell: anchor! });
    plain.take({ kind: 'go', cell: focus!, extend: true });
  }
  expect(Object.fromEntries([...state.entries].sort())).toEqual(Object.fromEntries(Object.entries(plain.cells).sort()));
}

it.each(['gb2021_30', 'gb2019_60'] as const)('any steps on %s end in the cells that a plain sheet gives', (id) => {
  const grid = openedForm(id);
  fc.assert(
    fc.property(acts(grid), (steps) => compare(grid, steps)),
    { numRuns: 400 },
  );
});

it('undoing everything gives what was there in the beginning, doing it again what was there in the end', () => {
  const grid = openedForm('gb2021_30');
  const first = new Map<CellId, string>([
    ['s4/review/upheld', '3'],
    ['s4/review/total', '5'],
  ]);
  fc.assert(
    fc.property(acts(grid), (steps) => {
      let state = startGrid(grid, first);
      const begun = state.entries;
      for (const act of steps)
        state = takeStep(grid, state, act.kind === 'paste' ? { kind: 'paste', texts: planPaste(grid, state, act.block).texts } : act);
      const ended = state.entries;
      while (state.past.length > 0) state = takeStep(grid, state, { kind: 'undo' });
      expect(new Map([...state.entries].sort())).toEqual(new Map([...begun].sort()));
      while (state.future.length > 0) state = takeStep(grid, state, { kind: 'redo' });
      if (steps.every(({ kind }) => kind !== 'undo')) expect(new Map([...state.entries].sort())).toEqual(new Map([...ended].sort()));
      for (const total of totalsIn(grid, state.entries).values()) expect(typeof total).toBe('bigint');
    }),
    { numRuns: 200 },
  );
});

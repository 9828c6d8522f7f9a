import type { CellId } from '@gongkai/model';
import { selectCell, selectionCells, type EntryChange, type GridSelection, type GridState } from './grid-state';
import { moveSelection, type GridMove, type MoveManner } from './move-selection';
import type { EntryGrid } from './open-grid';
import { entriesFrom, type CellTexts } from './totals-in';

/** What somebody does. Everything but `go`, `move`, `undo` and `redo` is one change that can be undone. */
export type GridStep =
  /** A text into one cell; an empty one leaves it blank. Nothing happens on a total. */
  | { readonly kind: 'type'; readonly cell: CellId; readonly text: string }
  /** Everything that is selected becomes blank; a total forgets a text of its own. */
  | { readonly kind: 'clear' }
  /** What `planPaste` found to fit. */
  | { readonly kind: 'paste'; readonly texts: CellTexts }
  /** A proposed repair; a total is given back to its parts where they make the same. */
  | { readonly kind: 'take'; readonly texts: CellTexts }
  /** From elsewhere: a file, last year's report, what is carried over. Cells it does not name stay. */
  | { readonly kind: 'fill'; readonly texts: CellTexts }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'go'; readonly cell: CellId; readonly extend?: boolean }
  | ({ readonly kind: 'move'; readonly move: GridMove } & MoveManner);

/** The state after a step; the same one where the step changes nothing. */
export function takeStep(grid: EntryGrid, state: GridState, step: GridStep): GridState {
  switch (step.kind) {
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
    case 'go':
      return select(state, goTo(grid, state.selection, step));
    case 'move':
      return select(state, moveSelection(grid, state.selection, step.move, step));
    default:
      return change(state, entriesAfter(grid, state, step));
  }
}

type Editing = Exclude<GridStep, { readonly kind: 'undo' | 'redo' | 'go' | 'move' }>;

function entriesAfter(grid: EntryGrid, { entries, selection }: GridState, step: Editing): CellTexts {
  switch (step.kind) {
    case 'type':
      return grid.totals.has(step.cell) ? entries : written(grid, entries, [[step.cell, step.text]]);
    case 'clear':
      return written(
        grid,
        entries,
        selectionCells(grid, selection).map((cell) => [cell, '']),
      );
    case 'paste':
      return written(
        grid,
        entries,
        [...step.texts].filter(([cell]) => !grid.totals.has(cell)),
      );
    case 'take':
    case 'fill':
      return written(grid, entries, [...step.texts]);
  }
}

function written(grid: EntryGrid, entries: CellTexts, texts: readonly (readonly [CellId, string])[]): CellTexts {
  return entriesFrom(grid, new Map([...entries, ...texts]));
}

function change(state: GridState, entries: CellTexts): GridState {
  const touched = new Set([...state.entries.keys(), ...entries.keys()]);
  const cells = [...touched].flatMap((cell) => {
    const [from, to] = [state.entries.get(cell), entries.get(cell)];
    return from === to ? [] : [{ cell, from, to }];
  });
  if (cells.length === 0) return state;
  return { ...state, entries, past: [...state.past, { cells, selection: state.selection }], future: [] };
}

function undo(state: GridState): GridState {
  const last = state.past.at(-1);
  if (last === undefined) return state;
  const entries = replaced(state.entries, last, 'from');
  return { entries, selection: last.selection, past: state.past.slice(0, -1), future: [...state.future, last] };
}

function redo(state: GridState): GridState {
  const next = state.future.at(-1);
  if (next === undefined) return state;
  const entries = replaced(state.entries, next, 'to');
  return { entries, selection: next.selection, past: [...state.past, next], future: state.future.slice(0, -1) };
}

function replaced(entries: CellTexts, { cells }: EntryChange, side: 'from' | 'to'): CellTexts {
  const texts = new Map(entries);
  for (const { cell, [side]: text } of cells) {
    if (text === undefined) texts.delete(cell);
    else texts.set(cell, text);
  }
  return texts;
}

function select(state: GridState, selection: GridSelection): GridState {
  return selection === state.selection ? state : { ...state, selection };
}

/** Another table than that of the anchor cannot be reached by extending. */
function goTo(grid: EntryGrid, before: GridSelection, step: Extract<GridStep, { readonly kind: 'go' }>): GridSelection {
  const selection = selectCell(grid, step.cell);
  if (selection === null) return before;
  const stays = step.extend === true && before.anchor.section === selection.focus.section;
  return stays ? { anchor: before.anchor, focus: selection.focus } : selection;
}

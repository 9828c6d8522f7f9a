import {
  copySelection,
  focusCell,
  planPaste,
  readClipboard,
  selectionCells,
  startGrid,
  takeStep,
  textsOf,
  type CellTexts,
  type ClipboardTexts,
  type EntryGrid,
  type GridState,
  type GridStep,
  type PastePlan,
} from '@gongkai/grid';
import { cellsOfForm, type CellId } from '@gongkai/model';
import type { EntryActs } from '@gongkai/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TypedContent } from '../../drafts/typed-content';
import { entryGridOf } from './entry-grid-of';

/** A paste that does not fit as it is, before anything is changed. */
export interface DoubtfulPaste {
  readonly plan: PastePlan;
  /** Tables that were copied besides and would be left out. */
  readonly left: number;
}

/** The grid on the desk: its state, what was said about the last step, and everything that can be done. */
export interface EntryDeskGrid {
  readonly grid: EntryGrid;
  readonly state: GridState;
  /** With every total written out. */
  readonly texts: CellTexts;
  readonly focus: CellId;
  readonly selected: ReadonlySet<string>;
  /** Counts up where the focus is called into the tables. */
  readonly calls: number;
  readonly said: StepTold | null;
  readonly doubtful: DoubtfulPaste | null;
  readonly settlePaste: (isTaken: boolean) => void;
  readonly step: (step: GridStep) => boolean;
  /** Chooses a cell and brings the focus there. */
  readonly lead: (cell: string) => void;
  readonly acts: Omit<EntryActs, 'nextMarked'>;
}

/** A step in words: what kind, and how many cells it changed. */
export interface StepTold {
  readonly kind: 'clear' | 'paste' | 'take' | 'fill' | 'undo' | 'redo' | 'nothing_to_undo' | 'nothing_to_redo' | 'nothing_copied';
  readonly cells: number;
}

/** Cells of a draft as texts of its form; cells that the form does not have are not among them. */
export function textsFrom(grid: EntryGrid, cells: TypedContent['cells']): CellTexts {
  const own: ReadonlySet<string> = new Set(cellsOfForm(grid.form));
  return new Map(cells.flatMap(({ cell, text }) => (own.has(cell) ? [[cell as CellId, text ?? '']] : [])));
}

/** Texts as the cells of a draft, in the order of the form; null for what is blank. */
function draftCells({ form }: EntryGrid, texts: CellTexts): TypedContent['cells'] {
  return cellsOfForm(form).map((cell) => ({ cell, text: texts.get(cell) ?? null }));
}

/** A content without its totals, which its parts make. */
export function withoutTotals(content: TypedContent): TypedContent {
  const { totals } = entryGridOf(content.form);
  return { ...content, cells: content.cells.filter(({ cell }) => !totals.has(cell as CellId)) };
}

/** A content with every total worked out that its parts make. */
export function withTotals(content: TypedContent): TypedContent {
  const grid = entryGridOf(content.form);
  const { entries } = startGrid(grid, textsFrom(grid, content.cells));
  return { ...content, cells: draftCells(grid, textsOf(grid, entries)) };
}

interface DraftInGrid {
  readonly content: TypedContent;
  /** Counts up when the content is another by anything but what is done here. */
  readonly revision: number;
  readonly onChange: (cells: TypedContent['cells']) => void;
}

/**
 * Keeps the grid beside the draft. With a content that comes from elsewhere (a file, another version) it begins anew: its texts and its file cannot be
 * undone by steps of the tables, and what stood before can be brought back with the draft.
 */
export function useEntryGrid({ content, revision, onChange }: DraftInGrid): EntryDeskGrid {
  const grid = entryGridOf(content.form);
  const [state, setState] = useState(() => startGrid(grid, textsFrom(grid, content.cells)));
  const [said, setSaid] = useState<StepTold | null>(null);
  const [doubtful, setDoubtful] = useState<DoubtfulPaste | null>(null);
  const [calls, setCalls] = useState(0);
  const latest = useRef({ state, onChange, revision });
  useEffect(() => {
    latest.current.onChange = onChange;
    if (latest.current.revision === revision) return;
    latest.current.revision = revision;
    latest.current.state = { ...startGrid(grid, textsFrom(grid, content.cells)), selection: latest.current.state.selection };
    setState(latest.current.state);
  }, [grid, revision, content.cells, onChange]);
  const doing = useMemo(() => {
    const keep = ({ entries }: GridState): void => latest.current.onChange(draftCells(grid, textsOf(grid, entries)));
    const step = (asked: GridStep): boolean => {
      const before = latest.current.state;
      const next = takeStep(grid, before, asked);
      latest.current.state = next;
      setSaid(told(asked.kind, before, next));
      if (next === before) return false;
      setState(next);
      if (next.entries !== before.entries) keep(next);
      return true;
    };
    const onDoubt = (doubt: DoubtfulPaste | null): void => (doubt === null ? setSaid(NOTHING_COPIED) : setDoubtful(doubt));
    return { step, acts: actsOf({ grid, step, onDoubt, onTyping: keep, seen: () => latest.current.state }) };
  }, [grid]);
  const lead = (cell: string): void => {
    doing.step({ kind: 'go', cell: cell as CellId });
    setCalls((before) => before + 1);
  };
  const settlePaste = (isTaken: boolean): void => {
    if (isTaken && doubtful !== null) doing.step({ kind: 'paste', texts: doubtful.plan.texts });
    setDoubtful(null);
    lead(focusCell(grid, state));
  };
  return { grid, state, calls, said, doubtful, settlePaste, lead, ...doing, ...useShown(grid, state) };
}

function useShown(grid: EntryGrid, state: GridState): Pick<EntryDeskGrid, 'texts' | 'focus' | 'selected'> {
  const { entries, selection } = state;
  const texts = useMemo(() => textsOf(grid, entries), [grid, entries]);
  const selected = useMemo(() => new Set<string>(selectionCells(grid, selection)), [grid, selection]);
  return { texts, selected, focus: focusCell(grid, state) };
}

const NOTHING_COPIED: StepTold = { kind: 'nothing_copied', cells: 0 };

interface Doing {
  readonly grid: EntryGrid;
  readonly step: EntryDeskGrid['step'];
  /** Null where nothing was copied. */
  readonly onDoubt: (doubt: DoubtfulPaste | null) => void;
  /** What the tables would say with a text that is still being typed. */
  readonly onTyping: (state: GridState) => void;
  readonly seen: () => GridState;
}

function paste({ grid, step, onDoubt, seen }: Doing, copied: ClipboardTexts): void {
  const read = readClipboard(copied);
  if (read === null) return onDoubt(null);
  const plan = planPaste(grid, seen(), read.block);
  const fits = plan.heads.length === 0 && plan.outside.length === 0 && plan.onTotals.length === 0 && read.left === 0;
  if (fits) step({ kind: 'paste', texts: plan.texts });
  else onDoubt({ plan, left: read.left });
}

function actsOf(doing: Doing): Omit<EntryActs, 'nextMarked'> {
  const { grid, step, onTyping, seen } = doing;
  return {
    move: (move, manner) => step({ kind: 'move', move, ...manner }),
    go: (cell, extend) => void step({ kind: 'go', cell: cell as CellId, extend }),
    typing: (cell, text) => onTyping(text === null ? seen() : takeStep(grid, seen(), { kind: 'type', cell: cell as CellId, text })),
    type: (cell, text) => void step({ kind: 'type', cell: cell as CellId, text }),
    clear: () => void step({ kind: 'clear' }),
    undo: () => void step({ kind: 'undo' }),
    redo: () => void step({ kind: 'redo' }),
    copy: () => copySelection(grid, seen()),
    paste: (copied) => paste(doing, copied),
  };
}

/** Moves and typing speak for themselves: who listens hears the cell. */
function told(kind: GridStep['kind'], before: GridState, next: GridState): StepTold | null {
  if (kind === 'undo' && next === before) return { kind: 'nothing_to_undo', cells: 0 };
  if (kind === 'redo' && next === before) return { kind: 'nothing_to_redo', cells: 0 };
  if (kind === 'type' || kind === 'go' || kind === 'move' || next === before) return null;
  const changed = kind === 'undo' ? next.future.at(-1) : next.past.at(-1);
  return changed === undefined ? null : { kind, cells: changed.cells.length };
}

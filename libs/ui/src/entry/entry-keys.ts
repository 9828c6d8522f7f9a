/** Where a key goes in a table that is filled in. */
export type EntryMove =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'page_up'
  | 'page_down'
  | 'enter'
  | 'back'
  | 'next'
  | 'previous'
  | 'line_start'
  | 'line_end'
  | 'table_start'
  | 'table_end';

/** What a key means there. `edit` with a text replaces what the cell says, with null goes on from it; `leave` lets the next Tab out of the table. */
export type EntryCommand =
  | { readonly kind: 'move'; readonly move: EntryMove; readonly extend: boolean }
  | { readonly kind: 'edit'; readonly text: string | null }
  | { readonly kind: 'clear' | 'undo' | 'redo' | 'leave' | 'next_marked' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const ARROWS: Readonly<Record<string, EntryMove>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const LEAPS: Readonly<Record<string, EntryMove>> = { Home: 'line_start', End: 'line_end', PageUp: 'page_up', PageDown: 'page_down' };
const KEYS: Readonly<Record<string, EntryCommand>> = {
  F2: { kind: 'edit', text: null },
  F8: { kind: 'next_marked' },
  Escape: { kind: 'leave' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  /** An input method begins to compose. */
  Process: { kind: 'edit', text: '' },
};

/** The command of a key as people who live in spreadsheets press it; null where the key is the browser's. */
export function commandOf(pressed: Pressed): EntryCommand | null {
  const { key, shiftKey, altKey } = pressed;
  if (altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return withControl(key, shiftKey);
  const move = ARROWS[key] ?? LEAPS[key] ?? null;
  if (move !== null) return { kind: 'move', move, extend: shiftKey };
  if (key === 'Enter') return { kind: 'move', move: shiftKey ? 'back' : 'enter', extend: false };
  if (key === 'Tab') return { kind: 'move', move: shiftKey ? 'previous' : 'next', extend: false };
  return KEYS[key] ?? ([...key].length === 1 && key !== ' ' ? { kind: 'edit', text: key } : null);
}

function withControl(key: string, shiftKey: boolean): EntryCommand | null {
  if (key === 'Home') return { kind: 'move', move: 'table_start', extend: shiftKey };
  if (key === 'End') return { kind: 'move', move: 'table_end', extend: shiftKey };
  const letter = key.toLowerCase();
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  return letter === 'y' ? { kind: 'redo' } : null;
}

/** Where a cell that is being edited is left to, by a key; null where the key stays in the text. Arrows leave a text that was begun anew. */
export function leavingMove({ key, shiftKey }: Pick<Pressed, 'key' | 'shiftKey'>, isAnew: boolean): EntryMove | null {
  if (key === 'Enter') return shiftKey ? 'back' : 'enter';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  return isAnew ? (ARROWS[key] ?? null) : null;
}

import { useCallback, useLayoutEffect, useRef, useState, type HTMLAttributes, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EndEditing } from './CellEditor';
import { commandOf, type EntryCommand } from './entry-keys';
import type { CopiedCells, EntryTablesProps } from './EntryTables';
import { useTypingTold } from './use-typing-told';

interface EditedCell {
  readonly cell: string;
  readonly text: string;
  readonly isAnew: boolean;
}

/** What the keys of the tables are about. */
export interface EntryKeys {
  readonly editing: EditedCell | null;
  /** What the tables themselves have to say, e.g. of a key on a total. */
  readonly said: string;
  readonly events: HTMLAttributes<HTMLDivElement>;
  readonly typing: (text: string) => void;
  readonly end: EndEditing;
}

/** Keys, mouse and clipboard of tables that are filled in. Which cell has the focus is the caller's; the browser's focus follows it. */
export function useEntryKeys(root: RefObject<HTMLDivElement | null>, props: EntryTablesProps): EntryKeys {
  const { focus, calls, entries, words } = props;
  const [said, setSaid] = useState('');
  const isInside = useRef(false);
  const isLeaving = useRef(false);
  const { editing, begin, typing, end } = useEditing(props, isInside);
  useFocus(root, { focus, calls, isEdited: editing !== null, isInside });
  const edit = (text: string | null): void => {
    const entry = entries.get(focus);
    setSaid(entry?.isTotal ? words.locked : '');
    if (entry?.isTotal || props.isLocked) return;
    begin({ cell: focus, text: text ?? entry?.text ?? '', isAnew: text !== null });
  };
  const run = (command: EntryCommand): boolean => {
    if (command.kind === 'move') return moved(props, command, isLeaving.current, linesOnScreen(root.current));
    if (command.kind === 'edit') edit(command.text);
    else if (command.kind === 'leave') setSaid(words.leave);
    else if (command.kind === 'next_marked') props.acts.nextMarked();
    else if (!props.isLocked) props.acts[command.kind]();
    return true;
  };
  const press: HTMLAttributes<HTMLDivElement>['onKeyDown'] = (event) => {
    const command = commandOf(event);
    if (command === null || cellOf(event.target) === null) return;
    if (command.kind !== 'edit') setSaid('');
    const isTaken = run(command);
    isLeaving.current = command.kind === 'leave';
    if (isTaken && event.key !== 'Process') event.preventDefault();
  };
  return {
    editing,
    said,
    typing,
    end,
    events: { onKeyDown: press, ...useMouse(props, edit, isInside), ...clipboard(props, editing !== null) },
  };
}

interface Editing {
  readonly editing: EditedCell | null;
  readonly begin: (edited: EditedCell) => void;
  readonly typing: (text: string) => void;
  readonly end: EndEditing;
}

/** The cell that is edited. How it ends stays the same function, so that no cell is painted anew for it. */
function useEditing(props: EntryTablesProps, isInside: RefObject<boolean>): Editing {
  const [editing, setEditing] = useState<EditedCell | null>(null);
  const begun = useRef<EditedCell | null>(null);
  const latest = useRef(props.acts);
  useLayoutEffect(() => {
    latest.current = props.acts;
  });
  const told = useTypingTold(latest);
  const end = useCallback<EndEditing>(
    (text, move, refocus) => {
      const cell = begun.current?.cell;
      begun.current = null;
      if (!refocus) isInside.current = false;
      setEditing(null);
      if (cell !== undefined) told.over(cell, text);
      if (cell !== undefined && text !== null) latest.current.type(cell, text);
      if (move !== null) latest.current.move(move, { extend: false, page: 1 });
    },
    [isInside, told],
  );
  const typing = useCallback(
    (text: string) => {
      if (begun.current !== null) told.later(begun.current.cell, text);
    },
    [told],
  );
  const begin = (edited: EditedCell): void => {
    begun.current = edited;
    flushSync(() => setEditing(edited));
    if (edited.isAnew && edited.text !== '') typing(edited.text);
  };
  return { editing, begin, typing, end };
}

/** Tab is the browser's after Escape and at the ends of a table; no other key leaves it. */
function moved(
  { acts }: EntryTablesProps,
  { move, extend }: Extract<EntryCommand, { readonly kind: 'move' }>,
  isLeaving: boolean,
  page: number,
): boolean {
  const isTab = move === 'next' || move === 'previous';
  if (isTab && isLeaving) return false;
  return acts.move(move, { extend, page }) || !isTab;
}

/** Lines as high as that of the cell with the focus that the window shows at once. */
function linesOnScreen(root: HTMLElement | null): number {
  const height = root?.querySelector('[data-cell]:focus')?.getBoundingClientRect().height ?? window.innerHeight;
  return Math.max(1, Math.floor(window.innerHeight / height) - 1);
}

interface Following {
  readonly focus: string;
  readonly calls: number;
  readonly isEdited: boolean;
  readonly isInside: RefObject<boolean>;
}

/** The browser's focus follows the cell while it is in the tables, or is called into them. */
function useFocus(root: RefObject<HTMLDivElement | null>, { focus, calls, isEdited, isInside }: Following): void {
  const heard = useRef(calls);
  useLayoutEffect(() => {
    const isCalled = heard.current !== calls;
    heard.current = calls;
    if (isEdited || !(isCalled || isInside.current)) return;
    root.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(focus)}"]`)?.focus();
  }, [root, focus, calls, isEdited, isInside]);
}

/** A press chooses, a press with Shift and a pull extend, a second press edits; a finger edits what is chosen already. */
function useMouse(
  props: EntryTablesProps,
  edit: (text: string | null) => void,
  isInside: RefObject<boolean>,
): HTMLAttributes<HTMLDivElement> {
  const isPulling = useRef(false);
  const { acts, focus } = props;
  return {
    onFocus: ({ target }) => {
      isInside.current = true;
      const cell = cellOf(target);
      if (cell !== null && cell !== focus && target.hasAttribute('data-cell')) acts.go(cell, false);
    },
    onBlur: ({ relatedTarget, currentTarget }) => {
      isInside.current = currentTarget.contains(relatedTarget);
    },
    onMouseDown: (event) => {
      const cell = cellOf(event.target);
      if (cell === null || event.button !== 0 || isEditor(event.target)) return;
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement && isEditor(document.activeElement)) document.activeElement.blur();
      isInside.current = true;
      isPulling.current = true;
      const isTouched = cell === focus && !event.shiftKey && window.matchMedia('(pointer: coarse)').matches;
      acts.go(cell, event.shiftKey);
      if (isTouched) edit(null);
      else if (cell === focus) (event.target as Element).closest<HTMLElement>('[data-cell]')?.focus();
    },
    onMouseOver: ({ target, buttons }) => {
      if (buttons !== 1) isPulling.current = false;
      const cell = isPulling.current ? cellOf(target) : null;
      if (cell !== null) acts.go(cell, true);
    },
    onDoubleClick: ({ target }) => {
      if (cellOf(target) !== null && !isEditor(target)) edit(null);
    },
  };
}

/** A text that is being edited has the browser's own clipboard. */
function clipboard({ acts, isLocked }: EntryTablesProps, isEditing: boolean): HTMLAttributes<HTMLDivElement> {
  const put = (transfer: DataTransfer, { html, text }: CopiedCells): void => {
    transfer.setData('text/html', html);
    transfer.setData('text/plain', text);
  };
  if (isEditing) return {};
  return {
    onCopy: (event) => {
      event.preventDefault();
      put(event.clipboardData, acts.copy());
    },
    onCut: (event) => {
      event.preventDefault();
      put(event.clipboardData, acts.copy());
      if (!isLocked) acts.clear();
    },
    onPaste: (event) => {
      event.preventDefault();
      const { clipboardData } = event;
      if (!isLocked) acts.paste({ html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') });
    },
  };
}

function cellOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-cell]')?.getAttribute('data-cell') ?? null) : null;
}

function isEditor(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}

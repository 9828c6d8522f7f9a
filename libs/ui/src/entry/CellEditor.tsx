import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { leavingMove, type EntryMove } from './entry-keys';

/** How editing ended: the text, null where it is given up; where to go from the cell; whether the cell is to have the focus again. */
export type EndEditing = (text: string | null, move: EntryMove | null, refocus: boolean) => void;

interface Props {
  readonly initial: string;
  /** Begun by typing: what stood there is replaced and arrows leave the cell. */
  readonly isAnew: boolean;
  readonly label: string;
  /** With each key. */
  readonly onTyping: (text: string) => void;
  readonly onEnd: EndEditing;
}

/** The text of one cell while it is typed; only this is painted anew with each key. */
export function CellEditor({ initial, isAnew, label, onTyping, onEnd }: Props): JSX.Element {
  const [text, setText] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const end: EndEditing = (...how) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(...how);
  };
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  const type = (typed: string): void => {
    setText(typed);
    onTyping(typed);
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const move = leavingMove(event, isAnew);
    if (move !== null) end(text, move, true);
    else if (event.key === 'Escape') end(null, null, true);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className="gk-cell-editor"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={press}
      onBlur={() => end(text, null, false)}
    />
  );
}

import type { SentenceSpan } from '@gongkai/rules';
import { useLayoutEffect, useRef, type JSX, type ReactNode } from 'react';
import styles from './file.module.css';

interface Props {
  readonly text: string;
  readonly spans: readonly SentenceSpan[];
  /** The text field that holds the same text. */
  readonly children: ReactNode;
}

/** A text field over a sheet with the same text, on which spans of it are marked: a field itself shows but one kind of letters. */
export function MarkedText({ text, spans, children }: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const field = frame.current?.querySelector('textarea');
    if (!field) return undefined;
    const follow = (): void => {
      if (sheet.current) sheet.current.scrollTop = field.scrollTop;
    };
    follow();
    field.addEventListener('scroll', follow);
    return () => field.removeEventListener('scroll', follow);
  }, [text]);
  const last = spans.at(-1);
  return (
    <div ref={frame} className={styles.marked}>
      <div ref={sheet} className={styles.markedSheet} aria-hidden data-marked-sheet>
        {spans.map(({ start, end }, at) => (
          <span key={start}>
            {text.slice(at === 0 ? 0 : spans[at - 1]?.end, start)}
            <mark>{text.slice(start, end)}</mark>
          </span>
        ))}
        {text.slice(last === undefined ? 0 : last.end)}
        {'\n'}
      </div>
      {children}
    </div>
  );
}

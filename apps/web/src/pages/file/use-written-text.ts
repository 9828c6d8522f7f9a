import { useEffect, useRef, useState } from 'react';

/** What a field of text shows, and what it tells. */
export interface WrittenText {
  readonly value: string;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** A field shows what is written into it at once, although the desk is painted with it a moment later; left alone it shows what the desk says. */
export function useWrittenText(text: string, onWrite: (text: string) => void): WrittenText {
  const [written, setWritten] = useState<string | null>(null);
  const hasFocus = useRef(false);
  useEffect(() => {
    if (!hasFocus.current) setWritten(null);
  }, [text]);
  return {
    value: written ?? text,
    onChange: ({ currentTarget: { value } }) => {
      setWritten(value);
      onWrite(value);
    },
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
      setWritten((before) => (before === text ? null : before));
    },
  };
}

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type JSX } from 'react';

interface Props {
  readonly label: string;
  readonly text: string;
  /** As typing pauses. */
  readonly onSettled: (text: string) => void;
}

/** A text that is searched for as it is typed; another text from outside, as by the way back, replaces it. */
export function SearchField({ label, text, onSettled }: Props): JSX.Element {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (text !== seen) {
    setSeen(text);
    if (text !== typed.trim()) setTyped(text);
  }
  const settle = useDebouncedCallback(onSettled, 250);
  return (
    <TextInput
      type="search"
      w={230}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        settle(value);
      }}
    />
  );
}

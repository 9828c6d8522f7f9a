import { LONGEST_NOTE } from '@gongkai/model';
import { Textarea } from '@mantine/core';
import { memo, useCallback, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { useWrittenText } from './use-written-text';

interface Props {
  /** A cell or a section. */
  readonly on: string;
  readonly label: string;
  readonly text: string;
  readonly onNote: (on: string, text: string) => void;
}

/** What the agency says beside a figure or a section: it goes wherever that goes. */
export const NoteField = memo(function NoteField({ on, label, text, onNote }: Props): JSX.Element {
  const { t } = useWords();
  const written = useWrittenText(
    text,
    useCallback((value: string) => onNote(on, value), [onNote, on]),
  );
  const characters = [...written.value].length;
  return (
    <Textarea
      mt={8}
      size="xs"
      label={label}
      description={characters === 0 ? t('entry.noteHint') : t('entry.noteLength', { characters, most: LONGEST_NOTE })}
      rows={2}
      maxLength={LONGEST_NOTE}
      {...written}
      data-note={on}
    />
  );
});

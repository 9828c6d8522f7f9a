import { LONGEST_NOTE } from '@gongkai/model';
import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, useCallback, useState, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { useWrittenText } from './use-written-text';

interface Props {
  /** A cell or a section. */
  readonly on: string;
  readonly label: string;
  readonly text: string;
  readonly onNote: (on: string, text: string) => void;
}

/** What the agency says beside a figure or a section: it goes wherever that goes. Few cells have a note, so that the field is there when it is asked for. */
export function NoteField(props: Props): JSX.Element {
  const { t } = useWords();
  const [isAsked, setAsked] = useState(false);
  if (isAsked || props.text !== '') return <Field {...props} isAsked={isAsked} />;
  return (
    <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} aria-hidden />} onClick={() => setAsked(true)}>
      {t('entry.addNote', { label: props.label })}
    </Button>
  );
}

const Field = memo(function Field({ on, label, text, onNote, isAsked }: Props & { readonly isAsked: boolean }): JSX.Element {
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
      autoFocus={isAsked}
      maxLength={LONGEST_NOTE}
      {...written}
      data-note={on}
    />
  );
});

import { Button, Title } from '@mantine/core';
import { cellsOfForm } from '@gongkai/model';
import { memo, type JSX } from 'react';
import { usePlaceWords } from '../../words/use-place-words';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { YearDesk } from './use-year-desk';

/** All that is noted beside cells and sections, each leading to its cell; a note on a cell that the form does not have can only be taken away. */
export const NoteList = memo(function NoteList({ desk }: { readonly desk: YearDesk }): JSX.Element | null {
  const { t } = useWords();
  const named = usePlaceWords();
  const { form } = desk.sheet.grid;
  const { notes } = desk.draft.content;
  if (notes.length === 0) return null;
  return (
    <section className={`sheet ${styles.texts}`} aria-labelledby="notes">
      <Title order={2} size="h5" id="notes">
        {t('entry.notes', { count: notes.length })}
      </Title>
      <ul className={styles.notes}>
        {notes.map(({ on, text }) => (
          <li key={on}>
            {cellsOfForm(form).some((cell) => cell === on) ? (
              <button type="button" className={styles.leadButton} onClick={() => desk.sheet.lead(on)}>
                {named(on, form)}
              </button>
            ) : (
              <strong>{named(on, form)}</strong>
            )}
            {t('entry.noted', { text })}
            <Button size="compact-xs" variant="subtle" onClick={() => desk.note(on, '')}>
              {t('entry.dropNote')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
});

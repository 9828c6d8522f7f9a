import { cellOf } from '@gongkai/catalogue';
import type { CellId, Form, SectionCode } from '@gongkai/model';
import type { JSX } from 'react';
import { usePlaceWords } from '../../words/use-place-words';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import type { Edition } from './use-report';

interface Props {
  readonly edition: Edition;
  readonly section: SectionCode;
  /** The form its table is printed in; null for a section of text. */
  readonly form: Form | null;
}

/** Under a section what its agency notes of it, and what stands beside its figures: marks of notes, remarks, and notes of the agency. */
export function SectionNotes({ edition, section, form }: Props): JSX.Element | null {
  const { t } = useWords();
  const named = usePlaceWords();
  const own = edition.notes.find(({ on }) => on === section);
  const beside = edition.cells.filter(({ cell, note }) => note != null && cellOf(cell as CellId).section === section);
  if (own === undefined && beside.length === 0) return null;
  return (
    <aside className={styles.notes} aria-label={t('report.notesOf', { section: t(`sectionsShort.${section}`) })} data-notes={section}>
      <strong>{t('report.notes')}</strong>
      <ul>
        {own && <li>{own.text}</li>}
        {beside.map(({ cell, note }) => (
          <li key={cell} data-noted={cell}>
            {t('report.noteBeside', { place: named(cell, form), note: note ?? '' })}
          </li>
        ))}
      </ul>
    </aside>
  );
}

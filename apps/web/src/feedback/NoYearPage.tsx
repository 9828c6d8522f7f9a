import type { JSX } from 'react';
import { useWords } from '../words/use-words';
import { NotFoundPage } from './NotFoundPage';

/** An address that names what is no year. */
export function NoYearPage({ text }: { readonly text: string }): JSX.Element {
  const { t } = useWords();
  return (
    <NotFoundPage
      what={t('notFound.year', { text })}
      advice={t('notFound.yearAdvice')}
      way={{ to: '/file', label: t('notFound.toYears') }}
    />
  );
}

export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

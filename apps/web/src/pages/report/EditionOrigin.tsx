import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import type { Edition } from './use-report';

/** Of an edition that was published elsewhere and taken over: that it was, and from where. */
export function EditionOrigin({ edition: { origin, source } }: { readonly edition: Edition }): JSX.Element | null {
  const { t } = useWords();
  if (origin !== 'imported') return null;
  const name = source?.citation ?? source?.url ?? null;
  return (
    <span data-imported>
      {t('report.imported')}
      {name !== null && (
        <>
          {t('report.source')}
          {source?.url ? <a href={source.url}>{name}</a> : name}
        </>
      )}
      {source?.publishedOn && t('report.publishedOn', { day: source.publishedOn })}
    </span>
  );
}

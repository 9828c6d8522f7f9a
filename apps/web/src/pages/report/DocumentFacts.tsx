import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import type { Edition } from './use-report';

/** The file as it was sent, to be fetched byte for byte. */
export function DocumentFacts({ document }: { readonly document: Edition['document'] | null }): JSX.Element {
  const { t } = useWords();
  if (!document) return <p className="gk-faded">{t('report.typed')}</p>;
  return (
    <p className={styles.document}>
      {t('report.document')}{' '}
      <a href={document.path} download>
        {document.name}
      </a>
      <small>
        {document.mediaType} · {t('report.bytes', { size: document.size.toLocaleString('en-US') })}
      </small>
    </p>
  );
}

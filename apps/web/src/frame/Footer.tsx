import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words/use-words';
import styles from './frame.module.css';

export function Footer({ version }: { readonly version: string | undefined }): JSX.Element {
  const { t } = useWords();
  return (
    <footer className={`${styles.footer} no-print`}>
      <span>{t('frame.law')}</span>
      <Link to="/rules">{t('nav.rules')}</Link>
      <span>
        {t('product.name')} {version}
      </span>
    </footer>
  );
}

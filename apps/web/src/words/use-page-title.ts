import { useEffect } from 'react';
import { useWords } from './use-words';

/** Names the page in the window's title, the product behind it. */
export function usePageTitle(title: string): void {
  const { t } = useWords();
  const product = t('product.title');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}

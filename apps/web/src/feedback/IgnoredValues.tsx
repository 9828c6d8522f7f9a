import { Notice } from '@gongkai/ui';
import type { JSX } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../words/use-words';
import type { IgnoredValue } from '../words/ignored-value';

const LONGEST_VALUE = 40;

/** Says which values of the address had no effect and what would have one: what is shown is not what was asked. */
export function IgnoredValues({ ignored }: { readonly ignored: readonly IgnoredValue[] }): JSX.Element | null {
  const { t } = useWords();
  const { pathname, search } = useLocation();
  if (ignored.length === 0) return null;
  const rest = new URLSearchParams(search);
  for (const { name } of ignored) rest.delete(name);
  return (
    <Notice tone="info" code="IGNORED_VALUES">
      {ignored.map(({ name, value, why }) => (
        <p key={`${name} ${value}`}>
          {t('ignored.value', { name, value: value.slice(0, LONGEST_VALUE) })}
          {t(`ignored.${why.kind}`, { ...why })}
        </p>
      ))}
      <Link to={{ pathname, search: rest.toString() }}>{t('ignored.drop')}</Link>
    </Notice>
  );
}

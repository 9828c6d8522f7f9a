import { Notice } from '@gongkai/ui';
import type { JSX } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../words/use-words';
import { unknownParameters } from './page-parameters';

const LONGEST_NAME = 40;
const NAMED_AT_MOST = 5;

/** Says which parameters of the address had no effect: a misspelt filter must not pass for one that was applied. */
export function UnknownParameters(): JSX.Element | null {
  const { t } = useWords();
  const { pathname, search } = useLocation();
  const unknown = unknownParameters(pathname, search);
  if (unknown.length === 0) return null;
  const names = unknown.slice(0, NAMED_AT_MOST).map((name) => name.slice(0, LONGEST_NAME));
  return (
    <Notice tone="info" code="UNKNOWN_PARAMETERS">
      {t('frame.unknownParameters', { names: names.join(', ') })}
    </Notice>
  );
}

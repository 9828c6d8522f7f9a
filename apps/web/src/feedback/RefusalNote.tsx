import { Notice } from '@gongkai/ui';
import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link, useLocation } from 'react-router';
import type { RefusalWordsFragment } from '../generated/graphql';
import { printFinding } from '../words/print-finding';
import { useWords } from '../words/use-words';
import { CodeDetail } from './CodeDetail';

export type RefusalShown = RefusalWordsFragment;

/** What was not done and why, in the reader's language; the code to quote is folded away. */
export function RefusalNote({ refusal }: { readonly refusal: RefusalShown }): JSX.Element {
  const { t, say } = useWords();
  const { pathname, search } = useLocation();
  const logInHere = `/login?return=${encodeURIComponent(pathname + search)}`;
  return (
    <Notice tone="refusal" title={t('refusal.title')} code={refusal.code}>
      {say(refusal.message)} {refusal.code === 'NOT_LOGGED_IN' && <Link to={logInHere}>{t('frame.logIn')}</Link>}
      {refusal.findings.length > 0 && (
        <ul>
          {refusal.findings.map(({ code, path, message }, at) => (
            <li key={`${code} ${at}`}>{printFinding(say(path), say(message))}</li>
          ))}
        </ul>
      )}
      {refusal.arrival && (
        <Text size="sm">
          <Link to={`/receipts/${refusal.arrival.number}`}>{t('receipts.of', { number: refusal.arrival.number })}</Link>
        </Text>
      )}
      <CodeDetail code={refusal.code} />
    </Notice>
  );
}

import { Alert, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { JSX } from 'react';
import type { RefusalWordsFragment } from '../generated/graphql';
import { useWords } from '../words/use-words';

export type Refusal = RefusalWordsFragment;

/** What was not done and why, in the reader's language, with the code to quote. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal }): JSX.Element {
  const { t, say } = useWords();
  return (
    <Alert color="orange.9" variant="light" icon={<IconHandStop aria-hidden />} role="alert" title={t('refusal.title')} data-refusal={refusal.code}>
      <Text size="sm">{say(refusal.message)}</Text>
      {refusal.findings.length > 0 && (
        <ul>
          {refusal.findings.map(({ code, path, message }, at) => (
            <li key={`${code} ${at}`}>
              {say(path)}: {say(message)}
            </li>
          ))}
        </ul>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('refusal.code')} {refusal.code}
      </Text>
    </Alert>
  );
}

import { Code, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';

/** The code of a refusal, folded away: it is for who programs or is asked for help, not for the reader. */
export function CodeDetail({ code }: { readonly code: string }): JSX.Element {
  const { t } = useWords();
  return (
    <Text component="details" size="xs" c="dimmed">
      <summary>{t('refusal.detail')}</summary>
      {t('refusal.code')} <Code>{code}</Code>
    </Text>
  );
}

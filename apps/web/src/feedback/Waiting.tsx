import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';

/** The quiet shape of what is coming. */
export function Waiting({ lines = 4 }: { readonly lines?: number }): JSX.Element {
  const { t } = useWords();
  return (
    <Stack gap="sm" role="status" py="xs">
      <VisuallyHidden>{t('fault.waiting')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={at} height={at === 0 ? 26 : 16} width={`${96 - ((at * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

import { Button } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';
import { useBeside } from './use-beside';

/** Shows the original beside the report, or takes it away. */
export function OriginalButton(): JSX.Element {
  const { t } = useWords();
  const { beside, show } = useBeside();
  const isThere = beside === 'original';
  return (
    <Button
      variant={isThere ? 'light' : 'default'}
      leftSection={<IconColumns2 size={15} aria-hidden />}
      aria-pressed={isThere}
      onClick={() => show(isThere ? null : 'original')}
    >
      {t('original.show')}
    </Button>
  );
}

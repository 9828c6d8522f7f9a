import { Notice } from '@gongkai/ui';
import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../words/use-words';

/** The session ran out while something was typed: where that is, and the way back to this very page. */
export function SessionEnded(): JSX.Element {
  const { t } = useWords();
  const { pathname, search } = useLocation();
  return (
    <Notice tone="refusal" title={t('refusal.ended')}>
      {t('refusal.endedHint')}
      <div>
        <Button component={Link} to={`/login?return=${encodeURIComponent(pathname + search)}`} size="xs" mt="sm">
          {t('frame.logIn')}
        </Button>
      </div>
    </Notice>
  );
}

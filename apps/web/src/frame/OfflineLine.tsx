import { Notice } from '@gongkai/ui';
import { useEffect, useRef, type JSX } from 'react';
import { client } from '../ask/client';
import { useReach } from '../ask/reach';
import { useWords } from '../words/use-words';

/** Says as long as nobody answers that this page shows what was read last; once somebody does, all of it is read again. */
export function OfflineLine(): JSX.Element {
  const { t } = useWords();
  const isReached = useReach();
  const wasReached = useRef(isReached);
  useEffect(() => {
    if (isReached && !wasReached.current) void client.invalidateQueries();
    wasReached.current = isReached;
  }, [isReached]);
  return (
    <div role="status" className="no-print">
      {!isReached && (
        <Notice tone="info" code="OFFLINE">
          {t('frame.unreached')}
        </Notice>
      )}
    </div>
  );
}

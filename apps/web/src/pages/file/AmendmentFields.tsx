import { Title } from '@mantine/core';
import { useDeferredValue, type JSX } from 'react';
import { ReasonFields } from '../../report-parts/ReasonFields';
import { useWords } from '../../words/use-words';
import { AmendmentDifference } from './AmendmentDifference';
import { AmendmentEffects } from './AmendmentEffects';
import styles from './file.module.css';
import type { YearDesk } from './use-year-desk';

/** Why a report that stands is replaced, in what the new one differs, and what that changes in what is published. */
export function AmendmentFields({ desk }: { readonly desk: YearDesk }): JSX.Element {
  const { t } = useWords();
  const { reasonClass, reason } = desk.draft.content;
  const later = useDeferredValue(desk);
  return (
    <section className={`sheet ${styles.amendment}`} aria-labelledby="amendment">
      <Title order={2} size="h5" id="amendment">
        {t('file.amendment')}
      </Title>
      <p className="gk-faded">{t('file.amendmentHint')}</p>
      <ReasonFields reasonClass={reasonClass ?? null} reason={reason ?? ''} onChange={desk.giveReason} />
      <AmendmentDifference desk={later} />
      <AmendmentEffects desk={later} />
    </section>
  );
}

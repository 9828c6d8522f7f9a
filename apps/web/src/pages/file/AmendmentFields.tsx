import { NativeSelect, Textarea, Title } from '@mantine/core';
import type { JSX } from 'react';
import type { ReasonClass } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import { AmendmentDifference } from './AmendmentDifference';
import styles from './file.module.css';
import type { YearDesk } from './use-year-desk';

const CLASSES: readonly ReasonClass[] = ['correction', 'definition_change', 'reorganisation', 'late_addition'];

/** Why a report that stands is replaced, and in what the new one differs. */
export function AmendmentFields({ desk }: { readonly desk: YearDesk }): JSX.Element {
  const { t } = useWords();
  const { reasonClass, reason } = desk.draft.content;
  return (
    <section className={`sheet ${styles.amendment}`} aria-labelledby="amendment">
      <Title order={2} size="h5" id="amendment">
        {t('file.amendment')}
      </Title>
      <p className="gk-faded">{t('file.amendmentHint')}</p>
      <NativeSelect
        label={t('file.reasonClass')}
        required
        w={260}
        value={reasonClass ?? ''}
        data={[{ value: '', label: t('file.pleaseChoose') }, ...CLASSES.map((value) => ({ value, label: t(`reasonClasses.${value}`) }))]}
        onChange={({ currentTarget: { value } }) => desk.giveReason(value === '' ? null : (value as ReasonClass), reason ?? '')}
      />
      <Textarea
        mt="sm"
        label={t('file.reason')}
        required
        autosize
        minRows={2}
        value={reason ?? ''}
        onChange={({ currentTarget }) => desk.giveReason(reasonClass ?? null, currentTarget.value)}
      />
      <AmendmentDifference desk={desk} />
    </section>
  );
}

import { NativeSelect, Textarea, Title } from '@mantine/core';
import type { JSX } from 'react';
import type { ReasonClass } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { FilingForm } from './use-filing';

const CLASSES: readonly ReasonClass[] = ['correction', 'definition_change', 'reorganisation', 'late_addition'];

/** Why a report that stands is replaced. */
export function AmendmentFields({ filing }: { readonly filing: FilingForm }): JSX.Element {
  const { t } = useWords();
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
        value={filing.reasonClass ?? ''}
        data={[{ value: '', label: t('file.pleaseChoose') }, ...CLASSES.map((value) => ({ value, label: t(`reasonClasses.${value}`) }))]}
        onChange={({ currentTarget: { value } }) => filing.giveReason(value === '' ? null : (value as ReasonClass), filing.reason)}
      />
      <Textarea
        mt="sm"
        label={t('file.reason')}
        required
        autosize
        minRows={2}
        value={filing.reason}
        onChange={({ currentTarget }) => filing.giveReason(filing.reasonClass, currentTarget.value)}
      />
    </section>
  );
}

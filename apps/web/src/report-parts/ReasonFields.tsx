import { NativeSelect, Textarea } from '@mantine/core';
import { memo, type JSX } from 'react';
import type { ReasonClass } from '../generated/graphql';
import { useWords } from '../words/use-words';
import { REASON_CLASSES } from './reason-classes';

interface Props {
  readonly reasonClass: ReasonClass | null;
  readonly reason: string;
  readonly onChange: (reasonClass: ReasonClass | null, reason: string) => void;
}

/** The class and the reason that an amendment owes. */
export const ReasonFields = memo(function ReasonFields({ reasonClass, reason, onChange }: Props): JSX.Element {
  const { t } = useWords();
  const options = REASON_CLASSES.map((value) => ({ value, label: t(`reasonClasses.${value}`) }));
  return (
    <>
      <NativeSelect
        label={t('file.reasonClass')}
        required
        w={260}
        value={reasonClass ?? ''}
        data={[{ value: '', label: t('file.pleaseChoose') }, ...options]}
        onChange={({ currentTarget: { value } }) => onChange(REASON_CLASSES.find((one) => one === value) ?? null, reason)}
      />
      <Textarea
        mt="sm"
        label={t('file.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => onChange(reasonClass, currentTarget.value)}
      />
    </>
  );
});

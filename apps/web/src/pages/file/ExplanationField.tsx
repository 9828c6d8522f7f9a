import { SHORTEST_EXPLANATION } from '@gongkai/model';
import { Textarea } from '@mantine/core';
import { findingKey } from '@gongkai/ui';
import type { JSX } from 'react';
import type { FindingWordsFragment } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import { type FilingForm } from './use-filing';

/** Why an inconsistency is right as it stands: kept with the report and printed with it. */
export function ExplanationField({
  finding,
  filing,
}: {
  readonly finding: FindingWordsFragment;
  readonly filing: FilingForm;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Textarea
      mt={8}
      size="xs"
      label={t('file.explanation')}
      description={t('file.explanationHint', { least: SHORTEST_EXPLANATION })}
      autosize
      minRows={2}
      required
      value={filing.explanations[findingKey(finding)] ?? ''}
      onChange={({ currentTarget }) => filing.explain(finding, currentTarget.value)}
    />
  );
}

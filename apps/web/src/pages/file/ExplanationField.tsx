import { SHORTEST_EXPLANATION, type Finding } from '@gongkai/model';
import { Textarea } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import type { YearDesk } from './use-year-desk';

/** Why an inconsistency is right as it stands: kept with the report and printed with it. */
export function ExplanationField({
  finding,
  desk,
}: {
  readonly finding: Pick<Finding, 'code' | 'cells'>;
  readonly desk: YearDesk;
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
      value={desk.explanationOf(finding)}
      onChange={({ currentTarget }) => desk.explain(finding, currentTarget.value)}
    />
  );
}

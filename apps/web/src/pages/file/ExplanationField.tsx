import { SHORTEST_EXPLANATION, type Finding } from '@gongkai/model';
import { Textarea } from '@mantine/core';
import { memo, useCallback, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { useWrittenText } from './use-written-text';
import type { YearDesk } from './use-year-desk';

type Explained = Pick<Finding, 'code' | 'cells'>;

/** Why an inconsistency is right as it stands: kept with the report and printed with it. */
export function ExplanationField({ finding, desk }: { readonly finding: Explained; readonly desk: YearDesk }): JSX.Element {
  const { code, cells } = finding;
  const { explain } = desk;
  const [first] = cells;
  const onWrite = useCallback((text: string) => explain({ code, cells: first === undefined ? [] : [first] }, text), [code, first, explain]);
  return <Field text={desk.explanationOf(finding)} onWrite={onWrite} />;
}

interface FieldProps {
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

/** Measures its own height whenever it is painted, so that it is only when its text changes. */
const Field = memo(function Field({ text, onWrite }: FieldProps): JSX.Element {
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
      {...useWrittenText(text, onWrite)}
    />
  );
});

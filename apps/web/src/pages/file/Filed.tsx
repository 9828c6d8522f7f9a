import { Button } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import { useEffect, useRef, type JSX } from 'react';
import { Link } from 'react-router';
import { Receipt } from '../../report-parts/Receipt';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { DraftFiling } from '../../drafts/draft-keeper';

export type FiledSubmission = Extract<DraftFiling, { readonly __typename: 'Submission' }>;

interface Props {
  readonly submission: FiledSubmission;
  readonly agency: string;
}

/** What stands after filing: the receipt, and where to go from here. */
export function Filed({ submission: { receipt, edition, repeated }, agency }: Props): JSX.Element {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={`sheet ${styles.filed}`} ref={box} tabIndex={-1}>
      {repeated && <Notice tone="info">{t('file.repeated')}</Notice>}
      <Receipt
        receipt={receipt}
        agency={agency}
        report={edition.report}
        edition={edition}
        actions={
          <Button component={Link} to={`/reports/${edition.report.id}`} size="xs">
            {t('file.seeReport')}
          </Button>
        }
      />
    </div>
  );
}

import { Button } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { printMoment } from '../../words/print-time';
import { useWords } from '../../words/use-words';
import type { FilerReport } from './use-filer';

interface Props {
  readonly report: FilerReport;
  readonly latest: NonNullable<FilerReport['latest']>;
  readonly onAgain: () => void;
}

/** What has been received and awaits review; filing again is a step of its own. */
export function FilingStanding({ report, latest: { number, receipt }, onAgain }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <Notice tone="info">
      {t('file.standing', { edition: number, time: printMoment(receipt.receivedAt), receipt: receipt.number })}{' '}
      <Link to={`/reports/${report.id}`}>{t('file.seeReport')}</Link>
      {(report.may.submit || report.may.amend) && (
        <div>
          <Button variant="default" size="xs" mt="sm" onClick={onAgain}>
            {t('file.replace')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

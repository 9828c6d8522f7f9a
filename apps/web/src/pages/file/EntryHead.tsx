import { StateBadge } from '@gongkai/ui';
import { Anchor, Breadcrumbs, Button, Group, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { memo, type JSX } from 'react';
import { Link } from 'react-router';
import { printDay } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { DraftMenu } from './DraftMenu';
import { DraftState } from './DraftState';
import styles from './file.module.css';
import type { Filer, FilerReport } from './use-filer';
import type { OpenDraft } from './use-year-desk';

interface Props {
  readonly agency: Filer;
  readonly report: FilerReport;
  /** Null where nothing can be typed now. */
  readonly draft: OpenDraft | null;
  readonly onUpload?: () => void;
  readonly isUploading?: boolean;
}

interface HeadActsProps {
  readonly report: FilerReport;
  readonly draft: OpenDraft;
  readonly onUpload: (() => void) | undefined;
  readonly isUploading: boolean;
}

const DAY = 86_400_000;

/** Whose report of which year, what it stands at, what is kept of it, and how long there is still time. */
export const EntryHead = memo(function EntryHead({ agency, report, draft, onUpload, isUploading = false }: Props): JSX.Element {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  const { may } = report;
  return (
    <div className="no-print">
      <Breadcrumbs separator="›" mb={2}>
        <Anchor component={Link} to="/file" size="sm">
          {t('file.all')}
        </Anchor>
      </Breadcrumbs>
      <Group gap="md" mb={10} align="center">
        <Title order={1} size="h3">
          {t('file.deskTitle', { name: agency.name, year: report.year })}{' '}
          <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />
        </Title>
        {draft && <DraftState draft={draft} />}
        <span className="gk-faded">
          {t('verdict.due', { day: report.dueOn })}
          <DaysLeft report={report} />
        </span>
        {draft && (may.submit || may.amend) && <HeadActs {...{ report, draft, onUpload, isUploading }} />}
      </Group>
    </div>
  );
});

/** The other ways to a report than typing it, and what can be done to the draft. */
function HeadActs({ report, draft, onUpload, isUploading }: HeadActsProps): JSX.Element {
  const { t } = useWords();
  return (
    <Group gap="xs" className={styles.headActs}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconUpload size={15} aria-hidden />}
        aria-expanded={isUploading}
        onClick={() => onUpload?.()}
      >
        {t('entry.upload')}
      </Button>
      <Button component={Link} to={`/file/${report.year}/nil`} variant="default" size="xs">
        {t('entry.nil')}
      </Button>
      <DraftMenu draft={draft} />
    </Group>
  );
}

/** Days in China until the due day, while nothing is filed. */
function DaysLeft({ report: { dueOn, state } }: Pick<Props, 'report'>): JSX.Element | null {
  const { t } = useWords();
  if (state !== 'not_filed' && state !== 'returned' && state !== 'withdrawn') return null;
  const days = Math.round((Date.parse(dueOn) - Date.parse(printDay(new Date().toISOString()))) / DAY);
  return <> {days < 0 ? t('entry.daysOver', { count: -days }) : t('entry.daysLeft', { count: days })}</>;
}

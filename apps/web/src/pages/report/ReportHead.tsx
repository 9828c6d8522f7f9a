import { Anchor, Breadcrumbs, Button, Group, NativeSelect, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Notice, StateBadge } from '@gongkai/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { lastReturn } from '../../decisions/last-return';
import { MoveButtons } from '../../decisions/MoveButtons';
import { OriginalButton } from '../../originals/OriginalButton';
import { printMoment } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import { EditionOrigin } from './EditionOrigin';
import styles from './report.module.css';
import type { Edition, ReportOfPage } from './use-report';

interface Props {
  readonly report: ReportOfPage;
  readonly edition: Edition | null;
}

/** Whose report of which year, where it stands, and what the reader may do with it. */
export function ReportHead({ report, edition }: Props): JSX.Element {
  const { t } = useWords();
  const returned = edition && lastReturn(edition);
  const places = [...report.region.ancestors, report.region];
  return (
    <header className={styles.head}>
      <div>
        <Breadcrumbs separator="›" separatorMargin={6} component="nav" aria-label={t('places.path')} className="no-print">
          {places.map(({ id, name }) => (
            <Anchor key={id} component={Link} to={`/overview?region=${id}`} size="sm">
              {name}
            </Anchor>
          ))}
          <Anchor component={Link} to={`/overview?agency=${report.agency.id}`} size="sm">
            {report.agency.name}
          </Anchor>
        </Breadcrumbs>
        <Title order={1} size="h3">
          {t('report.title', { name: report.agency.name, year: report.year })}
        </Title>
        <Facts report={report} edition={edition} />
      </div>
      <Steps report={report} edition={edition} />
      {returned && (
        <div className={styles.returned}>
          <Notice tone="error" title={t('states.returned')}>
            {returned.why ?? ''}
          </Notice>
        </div>
      )}
    </header>
  );
}

/** Where the report stands, and where the edition comes from. */
function Facts({ report, edition }: Props): JSX.Element {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  const filedAt = edition !== null && edition.number > 1 && edition.origin === 'filed' ? edition.receipt.receivedAt : report.filedAt;
  return (
    <div className={styles.facts}>
      <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />
      <span>{t('verdict.due', { day: report.dueOn })}</span>
      {filedAt && <span>{t('report.filedAt', { time: printMoment(filedAt) })}</span>}
      {edition && !edition.document && <span>{t('report.typed')}</span>}
      {edition && <EditionOrigin edition={edition} />}
      {!report.obliged && <span>{t('overview.notObliged')}</span>}
    </div>
  );
}

function Steps({ report, edition }: Props): JSX.Element {
  const { t } = useWords();
  const decidable = edition !== null && edition.id === report.decidable?.id;
  const { submit, amend } = report.may;
  return (
    <Group gap="xs" className="no-print">
      {report.editions.length > 1 && <EditionChoice report={report} edition={edition} />}
      {(submit || amend) && (
        <Button component={Link} to={`/file/${report.year}`} variant="default">
          {amend ? t('file.amend') : report.state === 'not_filed' ? t('file.begin') : t('file.replace')}
        </Button>
      )}
      {edition?.document && <OriginalButton />}
      {edition && (
        <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
          {t('report.print')}
        </Button>
      )}
      {decidable && (
        <MoveButtons
          subject={{
            editionId: edition.id,
            name: t('report.title', { name: report.agency.name, year: report.year }),
            findings: edition.findings,
          }}
          may={report.may}
        />
      )}
    </Group>
  );
}

function EditionChoice({ report, edition }: Props): JSX.Element {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const choose = (number: string): void => {
    const next = new URLSearchParams(params);
    next.set('edition', number);
    setParams(next, { preventScrollReset: true });
  };
  return (
    <NativeSelect
      aria-label={t('report.edition')}
      value={edition ? String(edition.number) : ''}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={report.editions.map(({ number, state, reasonClass }) => ({
        value: String(number),
        label: [
          t('report.editionNumber', { number }),
          t(`states.${state}`),
          ...(reasonClass ? [t(`reasonClasses.${reasonClass}`)] : []),
        ].join(' · '),
      }))}
    />
  );
}

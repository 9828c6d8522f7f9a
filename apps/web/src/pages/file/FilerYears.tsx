import { StateBadge } from '@gongkai/ui';
import { Button, Table, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { printDay } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { returnedWhy, useFiler, type FilerReport } from './use-filer';

/** What the agency owes, year by year, and what is to be done next. */
export function FilerYears({ agencyId }: { readonly agencyId: string }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useFiler(agencyId);
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  if (!data.agency) return <NotFoundPage what={t('notFound.agency')} />;
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {t('file.ownTitle', { name: data.agency.name })}
      </Title>
      <section className={`sheet ${styles.years}`}>
        <Table.ScrollContainer minWidth={640} type="native">
          <Table verticalSpacing={8} highlightOnHover className="figures">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('charts.year')}</Table.Th>
                <Table.Th scope="col">{t('overview.state')}</Table.Th>
                <Table.Th scope="col">{t('overview.filedOn')}</Table.Th>
                <Table.Th scope="col">{t('overview.dueOn')}</Table.Th>
                <Table.Th scope="col">{t('file.next')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.agency.reports.map((report) => (
                <YearLine key={report.id} report={report} agencyId={agencyId} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </section>
    </>
  );
}

function YearLine({ report, agencyId }: { readonly report: FilerReport; readonly agencyId: string }): JSX.Element {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  const why = returnedWhy(report);
  return (
    <Table.Tr>
      <Table.Th scope="row">{t('overview.year', { year: report.year })}</Table.Th>
      <Table.Td>
        <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />
        {why && <div className={styles.why}>{t('file.returnedWhy', { why })}</div>}
      </Table.Td>
      <Table.Td>{report.filedAt ? printDay(report.filedAt) : ''}</Table.Td>
      <Table.Td>{report.dueOn}</Table.Td>
      <Table.Td>
        <NextStep report={report} to={`/file?agency=${agencyId}&year=${report.year}`} />
        {report.latest && <Link to={`/reports/${report.id}`}>{t('overview.read')}</Link>}
      </Table.Td>
    </Table.Tr>
  );
}

function NextStep({ report, to }: { readonly report: FilerReport; readonly to: string }): JSX.Element | null {
  const { t } = useWords();
  const { submit, amend } = report.may;
  if (!submit && !amend) return null;
  const urgent = report.state === 'not_filed' || report.state === 'returned';
  const label = amend
    ? t('file.amend')
    : report.state === 'not_filed'
      ? t('file.begin')
      : report.state === 'returned'
        ? t('file.again')
        : t('file.replace');
  return (
    <Button component={Link} to={to} size="xs" mr="sm" variant={urgent ? 'filled' : 'default'}>
      {label}
    </Button>
  );
}

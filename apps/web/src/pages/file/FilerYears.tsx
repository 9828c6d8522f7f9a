import { Button, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { NotFoundPage } from '../../feedback/NotFoundPage';
import { Waiting } from '../../feedback/Waiting';
import { useObligationColumns } from '../../report-parts/use-obligation-columns';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { returnedWhy, useFiler, type FilerReport } from './use-filer';

/** What the agency owes, year by year, and what is to be done next. */
export function FilerYears({ agencyId }: { readonly agencyId: string }): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useFiler(agencyId);
  const { year, state, filedOn, dueOn } = useObligationColumns();
  const columns: readonly TableColumn<FilerReport>[] = [
    year,
    { ...state, of: (report) => <StateAndWhy report={report} badge={state.of(report)} /> },
    filedOn,
    dueOn,
    { head: t('file.next'), of: (report) => <Steps report={report} /> },
  ];
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={8} />;
  if (!data.agency) return <NotFoundPage what={t('notFound.agency')} />;
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {t('file.ownTitle', { name: data.agency.name })}
      </Title>
      <section className={`sheet ${styles.years}`}>
        <ColumnTable rowsOf="report" items={data.agency.reports} columns={columns} minWidth={640} />
      </section>
    </>
  );
}

function StateAndWhy({ report, badge }: { readonly report: FilerReport; readonly badge: ReactNode }): JSX.Element {
  const { t } = useWords();
  const why = returnedWhy(report);
  return (
    <>
      {badge}
      {why && <div className={styles.why}>{t('file.returnedWhy', { why })}</div>}
    </>
  );
}

function Steps({ report }: { readonly report: FilerReport }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <NextStep report={report} to={`/file/${report.year}`} />
      {report.latest && <Link to={`/reports/${report.id}`}>{t('overview.read')}</Link>}
    </>
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

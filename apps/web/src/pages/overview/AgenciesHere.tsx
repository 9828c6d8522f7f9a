import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { Waiting } from '../../feedback/Waiting';
import { useObligationColumns } from '../../report-parts/use-obligation-columns';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { placeLink } from './overview-params';
import { StatesToday } from './StatesToday';
import { type YearState, yearStates } from './year-states';

/** The agencies that belong to the region itself, with their report of the latest year. */
export function AgenciesHere({
  id,
  year,
  asOf,
}: {
  readonly id: string;
  readonly year: number;
  readonly asOf: string | null;
}): JSX.Element | null {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['yearStates', id, year],
    queryFn: () => yearStates(id, year),
  });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const own = data.filter(({ region }) => region.id === id);
  if (own.length === 0) return null;
  return (
    <section className={`sheet ${styles.list}`} aria-labelledby="agencies-here">
      <Title order={2} size="h5" id="agencies-here">
        {t('overview.agencies', { year, count: own.length })}
      </Title>
      <StatesToday asOf={asOf} />
      <AgencyReports items={own} />
    </section>
  );
}

function AgencyReports({ items }: { readonly items: readonly YearState[] }): JSX.Element {
  const { t } = useWords();
  const [search] = useSearchParams();
  const { state, filedOn, dueOn } = useObligationColumns();
  const columns: readonly TableColumn<YearState>[] = [
    {
      head: t('overview.agency'),
      isRowHead: true,
      of: ({ agency }) => <Link to={placeLink({ agency: agency.id }, search)}>{agency.name}</Link>,
    },
    {
      head: t('overview.kind'),
      of: ({ agencyKind, obliged }) => (
        <span className="gk-faded">
          {t(`agencyKinds.${agencyKind}`)}
          {!obliged && ` · ${t('overview.notObliged')}`}
        </span>
      ),
    },
    state,
    filedOn,
    dueOn,
    { head: t('overview.report'), of: ({ id, latest }) => latest && <Link to={`/reports/${id}`}>{t('overview.read')}</Link> },
  ];
  return <ColumnTable rowsOf="report" items={items} columns={columns} minWidth={560} />;
}

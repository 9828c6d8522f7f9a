import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { documentsOf } from '../../report-parts/forms-of';
import { useObligationColumns } from '../../report-parts/use-obligation-columns';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { StatesToday } from './StatesToday';
import type { AgencyPlace } from './use-place';

/** The reports of one agency, newest year first. */
export function AgencyYears({ agency, asOf }: { readonly agency: AgencyPlace; readonly asOf: string | null }): JSX.Element {
  const { t } = useWords();
  const { year, state, filedOn, dueOn, findings } = useObligationColumns();
  const columns: readonly TableColumn<AgencyPlace['reports'][number]>[] = [
    year,
    state,
    filedOn,
    dueOn,
    { head: t('overview.form'), of: ({ latest }) => latest && documentsOf(latest.forms).join(' / ') },
    findings,
    { head: t('overview.report'), of: ({ id, latest }) => latest && <Link to={`/reports/${id}`}>{t('overview.read')}</Link> },
  ];
  return (
    <section className={`sheet ${styles.list}`} aria-labelledby="agency-years">
      <Title order={2} size="h5" id="agency-years">
        {t('overview.years')}
      </Title>
      <StatesToday asOf={asOf} />
      <ColumnTable rowsOf="report" items={agency.reports} columns={columns} minWidth={640} />
    </section>
  );
}

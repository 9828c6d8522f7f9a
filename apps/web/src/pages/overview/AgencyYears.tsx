import { SeverityCounts, StateBadge } from '@gongkai/ui';
import { Table, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { documentsOf } from '../../report-parts/forms-of';
import { printDay } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import type { AgencyPlace } from './use-place';

/** The reports of one agency, newest year first. */
export function AgencyYears({ agency }: { readonly agency: AgencyPlace }): JSX.Element {
  const { t } = useWords();
  return (
    <section className={`sheet ${styles.list}`} aria-labelledby="agency-years">
      <Title order={2} size="h5" id="agency-years">
        {t('overview.years')}
      </Title>
      <Table.ScrollContainer minWidth={640} type="native">
        <Table verticalSpacing={6} highlightOnHover className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('charts.year')}</Table.Th>
              <Table.Th scope="col">{t('overview.state')}</Table.Th>
              <Table.Th scope="col">{t('overview.filedOn')}</Table.Th>
              <Table.Th scope="col">{t('overview.dueOn')}</Table.Th>
              <Table.Th scope="col">{t('overview.form')}</Table.Th>
              <Table.Th scope="col">{t('overview.findings')}</Table.Th>
              <Table.Th scope="col">{t('overview.report')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agency.reports.map((report) => (
              <YearLine key={report.id} report={report} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function YearLine({ report }: { readonly report: AgencyPlace['reports'][number] }): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  const { stateWord, lateWord } = useStateWords();
  const { latest } = report;
  return (
    <Table.Tr>
      <Table.Th scope="row">{t('overview.year', { year: report.year })}</Table.Th>
      <Table.Td>
        <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />
      </Table.Td>
      <Table.Td>{report.filedAt ? printDay(report.filedAt) : ''}</Table.Td>
      <Table.Td>{report.dueOn}</Table.Td>
      <Table.Td>{latest && documentsOf(latest.forms).join(' / ')}</Table.Td>
      <Table.Td>
        {latest && (
          <SeverityCounts severities={latest.findings.map(({ severity }) => severity)} words={severities} none={t('findings.none')} />
        )}
      </Table.Td>
      <Table.Td>{latest && <Link to={`/reports/${report.id}`}>{t('overview.read')}</Link>}</Table.Td>
    </Table.Tr>
  );
}

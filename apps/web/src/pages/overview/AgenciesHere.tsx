import { StateBadge } from '@gongkai/ui';
import { Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { Waiting } from '../../feedback/Waiting';
import { printDay } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useWords } from '../../words/use-words';
import styles from './overview.module.css';
import { placeLink } from './overview-params';
import { type YearState, yearStates } from './year-states';

/** The agencies that belong to the region itself, with their report of the latest year. */
export function AgenciesHere({ id, year }: { readonly id: string; readonly year: number }): JSX.Element | null {
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
      <Table.ScrollContainer minWidth={560} type="native">
        <Table verticalSpacing={6} highlightOnHover className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('overview.agency')}</Table.Th>
              <Table.Th scope="col">{t('overview.kind')}</Table.Th>
              <Table.Th scope="col">{t('overview.state')}</Table.Th>
              <Table.Th scope="col">{t('overview.filedOn')}</Table.Th>
              <Table.Th scope="col">{t('overview.dueOn')}</Table.Th>
              <Table.Th scope="col">{t('overview.report')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {own.map((item) => (
              <AgencyLine key={item.id} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function AgencyLine({ item }: { readonly item: YearState }): JSX.Element {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  const [search] = useSearchParams();
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={placeLink({ agency: item.agency.id }, search)}>{item.agency.name}</Link>
      </Table.Td>
      <Table.Td className="gk-faded">
        {t(`agencyKinds.${item.agencyKind}`)}
        {!item.obliged && ` · ${t('overview.notObliged')}`}
      </Table.Td>
      <Table.Td>
        <StateBadge state={item.state} label={stateWord(item.state)} late={lateWord(item)} />
      </Table.Td>
      <Table.Td>{item.filedAt ? printDay(item.filedAt) : ''}</Table.Td>
      <Table.Td>{item.dueOn}</Table.Td>
      <Table.Td>{item.latest && <Link to={`/reports/${item.id}`}>{t('overview.read')}</Link>}</Table.Td>
    </Table.Tr>
  );
}

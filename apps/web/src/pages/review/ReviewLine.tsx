import { SeverityCounts, StateBadge } from '@gongkai/ui';
import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { MoveButtons } from '../../decisions/MoveButtons';
import type { ReviewListQuery } from '../../generated/graphql';
import { printMoment } from '../../words/print-time';
import { useStateWords } from '../../words/use-state-words';
import { useFindingWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';

export type ReviewItem = ReviewListQuery['reports']['items'][number];

interface Props {
  readonly report: ReviewItem;
  readonly decides: boolean;
}

export function ReviewLine({ report, decides }: Props): JSX.Element {
  const { t } = useWords();
  const { severities } = useFindingWords();
  const { stateWord, lateWord } = useStateWords();
  const { latest, decidable } = report;
  return (
    <Table.Tr data-report={report.id}>
      <Table.Th scope="row" fw={500}>
        <Link to={`/reports/${report.id}`}>{report.agency.name}</Link>
      </Table.Th>
      <Table.Td>{report.year}</Table.Td>
      <Table.Td>
        <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />
      </Table.Td>
      <Table.Td>
        {report.region.name} <span className="gk-faded">{t(`agencyKinds.${report.agencyKind}`)}</span>
      </Table.Td>
      <Table.Td>{report.filedAt ? printMoment(report.filedAt) : ''}</Table.Td>
      <Table.Td>{report.dueOn}</Table.Td>
      <Table.Td>
        {latest && (
          <SeverityCounts severities={latest.findings.map(({ severity }) => severity)} words={severities} none={t('findings.none')} />
        )}
      </Table.Td>
      {decides && (
        <Table.Td>
          {decidable && (
            <MoveButtons
              size="compact-xs"
              subject={{ editionId: decidable.id, name: t('report.title', { name: report.agency.name, year: report.year }), findings: [] }}
              may={report.may}
            />
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

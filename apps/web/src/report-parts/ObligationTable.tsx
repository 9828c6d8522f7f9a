import { StateBadge } from '@gongkai/ui';
import type { Severity } from '@gongkai/model';
import { Table } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { ReportState } from '../generated/graphql';
import { printDay } from '../words/print-time';
import { useStateWords } from '../words/use-state-words';
import { useWords } from '../words/use-words';
import { CheckedCounts } from './CheckedCounts';
import styles from './report-parts.module.css';

/** What is owed for a year, as far as every table of such shows it. */
interface Obligation {
  readonly state: ReportState;
  readonly late: boolean;
  readonly filedAt?: string | null;
  readonly dueOn: string;
}

export interface ObligationColumn<Item> {
  readonly head: string;
  readonly of: (item: Item) => ReactNode;
  /** Names the row. */
  readonly isRowHead?: boolean;
}

interface Props<Item> {
  readonly items: readonly Item[];
  readonly columns: readonly ObligationColumn<Item>[];
  readonly minWidth: number;
}

/** One line for each report that is owed; on a narrow screen its fields stand one below the other. */
export function ObligationTable<Item extends { readonly id: string }>({ items, columns, minWidth }: Props<Item>): JSX.Element {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" classNames={{ scrollContainerInner: styles.wide ?? '' }}>
      <Table verticalSpacing={7} highlightOnHover className={`figures ${styles.obligations}`}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ head }) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id} data-report={item.id}>
              {columns.map((column) => (
                <Field key={column.head} item={item} column={column} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Field<Item>({ item, column }: { readonly item: Item; readonly column: ObligationColumn<Item> }): JSX.Element {
  if (!column.isRowHead) return <Table.Td data-head={column.head}>{column.of(item)}</Table.Td>;
  return (
    <Table.Th scope="row" fw={500}>
      {column.of(item)}
    </Table.Th>
  );
}

type Columns = Readonly<Record<'state' | 'filedOn' | 'dueOn', ObligationColumn<Obligation>>> & {
  readonly year: ObligationColumn<{ readonly year: number }>;
  readonly findings: ObligationColumn<{ readonly latest?: { readonly findings: readonly { readonly severity: Severity }[] } | null }>;
};

/** The columns that tables of obligations have in common. */
export function useObligationColumns(): Columns {
  const { t } = useWords();
  const { stateWord, lateWord } = useStateWords();
  return {
    year: { head: t('charts.year'), isRowHead: true, of: ({ year }) => t('overview.year', { year }) },
    state: {
      head: t('overview.state'),
      of: (report) => <StateBadge state={report.state} label={stateWord(report.state)} late={lateWord(report)} />,
    },
    filedOn: { head: t('overview.filedOn'), of: ({ filedAt }) => (filedAt ? printDay(filedAt) : '') },
    dueOn: { head: t('overview.dueOn'), of: ({ dueOn }) => dueOn },
    findings: {
      head: t('overview.findings'),
      of: ({ latest }) => latest && <CheckedCounts findings={latest.findings} />,
    },
  };
}

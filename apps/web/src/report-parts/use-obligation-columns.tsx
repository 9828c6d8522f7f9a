import { StateBadge } from '@gongkai/ui';
import type { Severity } from '@gongkai/model';
import type { ReportState } from '../generated/graphql';
import type { TableColumn } from '../tables/ColumnTable';
import { printDay } from '../words/print-time';
import { useStateWords } from '../words/use-state-words';
import { useWords } from '../words/use-words';
import { CheckedCounts } from './CheckedCounts';

/** What is owed for a year, as far as every table of such shows it. */
interface Obligation {
  readonly state: ReportState;
  readonly late: boolean;
  readonly filedAt?: string | null;
  readonly dueOn: string;
}

type Columns = Readonly<Record<'state' | 'filedOn' | 'dueOn', TableColumn<Obligation>>> & {
  readonly year: TableColumn<{ readonly year: number }>;
  readonly findings: TableColumn<{ readonly latest?: { readonly findings: readonly { readonly severity: Severity }[] } | null }>;
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

import type { ReportState } from '../generated/graphql';
import { useStateWords } from '../words/use-state-words';
import { useWords } from '../words/use-words';

export interface DueReport {
  readonly dueOn: string;
  readonly late: boolean;
  readonly state: ReportState;
}

/** The day a report was due, and whether that was kept. */
export function useDueWords(): (report: DueReport) => string {
  const { t } = useWords();
  const { lateWord } = useStateWords();
  return (report) => {
    const late = lateWord(report);
    return late === null ? report.dueOn : t('receipt.dueLate', { day: report.dueOn, late });
  };
}

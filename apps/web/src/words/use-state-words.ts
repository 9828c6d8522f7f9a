import type { ReportState } from '../generated/graphql';
import { useWords } from './use-words';

interface StateWords {
  readonly stateWord: (state: ReportState) => string;
  /** Null where nothing is late. */
  readonly lateWord: (report: { readonly late: boolean; readonly state: ReportState }) => string | null;
}

/** States in words; what is not there yet is overdue, what came too late is late. */
export function useStateWords(): StateWords {
  const { t } = useWords();
  return {
    stateWord: (state) => t(`states.${state}`),
    lateWord: ({ late, state }) => {
      if (!late) return null;
      return state === 'not_filed' || state === 'unpublished' ? t('states.overdue') : t('states.late');
    },
  };
}

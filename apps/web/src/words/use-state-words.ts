import type { ReportState } from '../generated/graphql';
import { useReader } from '../frame/use-reader';
import { useWords } from './use-words';

interface StateWords {
  readonly stateWord: (state: ReportState) => string;
  /** Null where nothing is late. */
  readonly lateWord: (report: { readonly late: boolean; readonly state: ReportState }) => string | null;
}

/** States in words. The public sees what was published and no more, so to it nothing filed and not yet published are one. */
export function useStateWords(): StateWords {
  const { t } = useWords();
  const { me } = useReader();
  return {
    stateWord: (state) => (state === 'not_filed' && !me ? t('states.not_published') : t(`states.${state}`)),
    lateWord: ({ late, state }) => (!late ? null : state === 'not_filed' ? t('states.overdue') : t('states.late')),
  };
}

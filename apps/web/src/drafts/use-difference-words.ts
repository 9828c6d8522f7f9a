import { findForm } from '@gongkai/catalogue';
import type { FormId } from '../generated/graphql';
import { REASON_CLASSES } from '../report-parts/reason-classes';
import { usePlaceWords } from '../words/use-place-words';
import { useWords } from '../words/use-words';
import type { ContentDifference, VersionSide } from './content-differences';

export interface DifferenceWords {
  /** Where it stands, in the form's words. */
  readonly place: string;
  /** What a side says there; null where it says nothing. */
  readonly textOf: (side: VersionSide) => string | null;
}

/** Names what two versions say differently as the form does, never by an id. */
export function useDifferenceWords(): (difference: ContentDifference) => DifferenceWords {
  const { t } = useWords();
  const named = usePlaceWords();
  const placeOf = (difference: ContentDifference): string => {
    if (difference.kind === 'cell') return named(difference.cell);
    if (difference.kind === 'section') return named(difference.section);
    if (difference.kind === 'note') return t('drafts.noteOn', { place: named(difference.on) });
    if (difference.kind === 'explanation')
      return difference.cell === null ? t('drafts.explanation') : t('drafts.explanationOf', { cell: named(difference.cell) });
    return t(difference.kind === 'form' ? 'drafts.form' : 'drafts.reason');
  };
  const textOf = ({ kind, ...said }: ContentDifference, side: VersionSide): string | null => {
    const text = said[side];
    if (text === null || (kind !== 'form' && kind !== 'reason')) return text;
    if (kind === 'form') return findForm(text as FormId)?.document ?? text;
    const [first = '', ...rest] = text.split('\n');
    return REASON_CLASSES.some((one) => one === first) ? [t(`reasonClasses.${first}`), ...rest].join(' · ') : text;
  };
  return (difference) => ({ place: placeOf(difference), textOf: (side) => textOf(difference, side) });
}

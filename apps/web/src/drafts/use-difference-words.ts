import { findForm, FORMS } from '@gongkai/catalogue';
import { cellsOfForm, type Form } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import type { FormId } from '../generated/graphql';
import { REASON_CLASSES } from '../report-parts/reason-classes';
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
  const { t, say } = useWords();
  const cell = (id: string): string => {
    const form = formWith(id);
    const known = form && cellsOfForm(form).find((one) => one === id);
    return form && known ? say(cellWords(form, known)) : t('drafts.unknownCell');
  };
  const placeOf = (difference: ContentDifference): string => {
    if (difference.kind === 'cell') return cell(difference.cell);
    if (difference.kind === 'section') return t(`sections.${difference.section}`);
    if (difference.kind === 'explanation')
      return difference.cell === null ? t('drafts.explanation') : t('drafts.explanationOf', { cell: cell(difference.cell) });
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

/** The latest form that has the cell. */
function formWith(cell: string): Form | undefined {
  return [...FORMS].sort((a, b) => b.years.first - a.years.first).find((form) => cellsOfForm(form).some((one) => one === cell));
}

import { cellOf, findCell } from '@gongkai/catalogue';
import type { CellId, Reading } from '@gongkai/model';
import { readTyped } from '@gongkai/parsers/typed';
import type { TypedContent } from '../../drafts/typed-content';
import type { CommentPartsFragment } from '../../generated/graphql';
import type { EarlierEdition } from './report-from-edition';

interface DraftNow {
  readonly texts: ReadonlyMap<CellId, string>;
  readonly explanations: TypedContent['explanations'];
}

interface ReturnedEdition {
  readonly readings: readonly Reading[];
  readonly explanations: EarlierEdition['explanations'];
}

/** The comments on cells that say what they said in the edition that came back, with no word on them since. */
export function unansweredComments<Comment extends Pick<CommentPartsFragment, 'cell' | 'outcome'>>(
  comments: readonly Comment[],
  { texts, explanations }: DraftNow,
  returned: ReturnedEdition,
): readonly Comment[] {
  const readings = new Map<string, Reading>(returned.readings.map((reading) => [reading.cell, reading]));
  const isNew = ({ code, cell, text }: TypedContent['explanations'][number]): boolean =>
    text.trim() !== '' && !returned.explanations.some((one) => one.code === code && one.cell === cell && one.text === text);
  const explained = new Set(explanations.filter(isNew).map(({ cell }) => cell));
  return comments.filter(({ cell, outcome }) => {
    const known = findCell(cell)?.id;
    const isChanged = known !== undefined && !saysTheSame(readings.get(cell), texts.get(known) ?? '', known);
    return outcome === 'open' && !isChanged && !explained.has(cell);
  });
}

/** A text that is written otherwise and says the same figure is no difference. */
export function saysTheSame(before: Reading | undefined, text: string, cell: CellId): boolean {
  const now = readTyped(text, cellOf(cell));
  return now.state === 'number' ? before?.state === 'number' && before.amount === now.amount : before?.state === now.state;
}

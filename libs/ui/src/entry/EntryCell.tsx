import type { Severity } from '@gongkai/model';
import { IconMessage2 } from '@tabler/icons-react';
import { memo, type JSX } from 'react';
import { SeverityIcon } from '../SeverityIcon';
import { CellEditor, type EndEditing } from './CellEditor';
import type { EntryWords, ShownOrigin } from './entry-words';

/** What one cell shows. Plain values only, so that a cell is painted anew just when one of them changes. */
export interface EntryCellProps {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly span: number | undefined;
  readonly origin: ShownOrigin | null;
  /** What a file or last year says instead; of a total, what its parts make where the file prints another. */
  readonly was: string | null;
  readonly isTotal: boolean;
  readonly isInapplicable: boolean;
  readonly comment: string | undefined;
  /** The worst finding it is marked for. */
  readonly severity: Severity | null;
  /** The cell to look at first. */
  readonly isFirst: boolean;
  readonly isActive: boolean;
  readonly isContributor: boolean;
  /** Can be reached by Tab. */
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  /** The text that editing begins with; null while the cell is not edited. */
  readonly editing: string | null;
  readonly isAnew: boolean;
  readonly words: EntryWords;
  readonly onTyping: (text: string) => void;
  readonly onEnd: EndEditing;
}

/** One cell of a table that is filled in. */
export const EntryCell = memo(function EntryCell(props: EntryCellProps): JSX.Element {
  const { id, path, text, severity, editing } = props;
  const marks = marksOf(props);
  const isMarked = severity === 'error' || severity === 'inconsistency';
  return (
    <td
      role="gridcell"
      data-cell={id}
      tabIndex={props.isTabStop ? 0 : -1}
      colSpan={props.span}
      aria-selected={props.isSelected}
      aria-readonly={props.isTotal || undefined}
      aria-invalid={(isMarked && !props.isContributor) || undefined}
      title={marks.length > 0 ? `${path}: ${marks.join(' · ')}` : path}
      data-origin={props.origin ?? undefined}
      data-total={props.isTotal || undefined}
      data-inapplicable={(props.isInapplicable && (text === '' || text === '/')) || undefined}
      data-commented={props.comment !== undefined || undefined}
      data-editing={editing !== null || undefined}
      {...litOf(props)}
    >
      {editing === null ? (
        <Shown {...props} marks={marks} />
      ) : (
        <CellEditor initial={editing} isAnew={props.isAnew} label={path} onTyping={props.onTyping} onEnd={props.onEnd} />
      )}
    </td>
  );
});

function Shown({ text, severity, isFirst, comment, marks }: EntryCellProps & { readonly marks: readonly string[] }): JSX.Element {
  return (
    <>
      {comment !== undefined && <IconMessage2 size={13} aria-hidden className="gk-comment-icon" />}
      {isFirst && severity !== null && <SeverityIcon severity={severity} size={13} />}
      <span className="gk-figure">{text}</span>
      {marks.length > 0 && <span className="gk-unseen"> {marks.join(' ')}</span>}
    </>
  );
}

function litOf({
  severity,
  isFirst,
  isActive,
  isContributor,
}: EntryCellProps): Readonly<Record<`data-${string}`, string | true | undefined>> {
  if (severity === null) return {};
  return {
    'data-lit': isContributor ? undefined : severity,
    'data-first': isFirst || undefined,
    'data-contributor': isContributor || undefined,
    'data-active': isActive || undefined,
  };
}

/** What is to be known of a cell beside its text. */
function marksOf(props: EntryCellProps): readonly string[] {
  const { text, origin, was, severity, words } = props;
  return [
    ...(text === '' ? [props.isInapplicable ? words.inapplicable : words.states.blank] : []),
    ...(props.isTotal ? [was === null ? words.total : words.printedTotal(was)] : []),
    ...(origin === null || props.isTotal ? [] : [words.origins[origin]]),
    ...(was === null || props.isTotal ? [] : [words.was(was === '' ? words.states.blank : was)]),
    ...(severity === null || props.isContributor ? [] : [words.severities[severity]]),
    ...(props.comment === undefined ? [] : [props.comment]),
  ];
}

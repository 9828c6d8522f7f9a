import type { Severity } from '@gongkai/model';
import { IconMessage2 } from '@tabler/icons-react';
import type { ComponentPropsWithoutRef, JSX } from 'react';
import { SeverityIcon } from '../SeverityIcon';
import type { ShownCell } from '../shown';
import type { TableWords } from './table-words';

/** Why a cell is lit: the worst finding it is in, whether that is the one being read now, and whether somebody was sent to look at it. */
export interface Light {
  /** Null where no finding is about it. */
  readonly severity: Severity | null;
  readonly active: boolean;
  /** The cell to look at first; the others of the finding are lit more quietly. */
  readonly first: boolean;
  /** Not in the finding itself but one of the figures it was reckoned from. */
  readonly contributor: boolean;
  readonly pointed: boolean;
}

interface Props {
  readonly id: string;
  readonly path: string;
  readonly value: ShownCell | undefined;
  readonly light: Light | undefined;
  /** What was remarked on this cell. */
  readonly comment?: string | undefined;
  readonly span?: number | undefined;
  /** Its row cannot apply to the agency. */
  readonly inapplicable?: boolean | undefined;
  readonly words: TableWords;
  readonly onPick?: ((cell: string) => void) | undefined;
  /** Given where any cell can be chosen, lit or not. */
  readonly choice?: CellPick | undefined;
}

/** How the cells of a table are chosen one at a time: a single one is reached by Tab, the others from it by the arrows. */
export interface CellPick {
  readonly chosen: string | null;
  /** The cell that Tab comes to. */
  readonly entry: string | null;
  readonly onChoose: (cell: string) => void;
}

type ButtonProps = ComponentPropsWithoutRef<'button'>;

/** Longer notes stand in the title of the cell. */
const LONGEST_MARK = 4;

/** One cell of a statutory table: what was printed, or visibly nothing; never a zero that nobody wrote. */
export function OfficialCell({ id, path, value, light, comment, span, inapplicable, words, onPick, choice }: Props): JSX.Element {
  const state = value?.state ?? 'blank';
  const empty = inapplicable === true && (state === 'blank' || state === 'mark');
  const marks = [...(empty ? [words.inapplicable] : marksOf(value, light, words)), ...(comment === undefined ? [] : [comment])];
  const unit = unitOf(value, path, words);
  const button = buttonOf(id, light, { onPick, choice });
  const content = (
    <>
      {comment !== undefined && <IconMessage2 size={13} aria-hidden className="gk-comment-icon" />}
      {light?.first && light.severity !== null && <SeverityIcon severity={light.severity} size={13} />}
      <span className="gk-figure">{printCell(value)}</span>
      {value?.note != null && <sup aria-hidden>{value.note.length <= LONGEST_MARK ? value.note : '※'}</sup>}
      {unit !== null && <span className="gk-unit"> {unit}</span>}
      {marks.length > 0 && <span className="gk-unseen">{marks.join(' ')}</span>}
    </>
  );
  return (
    <td
      data-cell={id}
      data-state={state}
      data-inapplicable={empty || undefined}
      data-confidence={value?.confidence === 'exact' ? undefined : value?.confidence}
      data-derived={value?.derived === true || undefined}
      data-commented={comment !== undefined || undefined}
      data-chosen={choice?.chosen === id || undefined}
      {...lit(light)}
      colSpan={span}
      title={marks.length > 0 ? `${path}: ${marks.join(' ')}` : path}
    >
      {button ? (
        <button type="button" {...button} aria-label={[path, printCell(value), ...marks].join(' ')}>
          {content}
        </button>
      ) : (
        content
      )}
    </td>
  );
}

/** What a cell does when it is pressed; null where it does nothing. */
function buttonOf(id: string, light: Light | undefined, { onPick, choice }: Pick<Props, 'onPick' | 'choice'>): ButtonProps | null {
  const picked = light && light.severity !== null ? onPick : undefined;
  if (!choice) return picked ? { onClick: () => picked(id) } : null;
  return {
    onClick: () => {
      picked?.(id);
      choice.onChoose(id);
    },
    'aria-pressed': choice.chosen === id,
    tabIndex: picked || choice.entry === id ? 0 : -1,
  };
}

function lit(light: Light | undefined): Readonly<Record<`data-${string}`, string | true | undefined>> {
  if (light === undefined) return {};
  return {
    'data-lit': light.contributor ? undefined : (light.severity ?? 'info'),
    'data-pointed': light.pointed || undefined,
    'data-first': light.first || undefined,
    'data-contributor': light.contributor || undefined,
    'data-active': light.active || undefined,
  };
}

/** What is to be known of a cell beside its figure. */
function marksOf(value: ShownCell | undefined, light: Light | undefined, words: TableWords): readonly string[] {
  const state = value?.state ?? 'blank';
  return [
    ...(value?.derived === true ? [words.derived] : state === 'number' ? [] : [words.states[state]]),
    ...(value?.confidence === undefined || value.confidence === 'exact' ? [] : [words.confidences[value.confidence]]),
    ...(value?.note == null ? [] : [words.note(value.note)]),
    ...(light && !light.contributor && light.severity !== null ? [words.severities[light.severity]] : []),
    ...(light?.pointed ? [words.pointed] : []),
  ];
}

/** The unit of money where the form does not print it, as for 采购总金额 of the 2019 form. */
function unitOf(value: ShownCell | undefined, path: string, { units }: TableWords): string | null {
  if (value?.state !== 'number' || (value.unit !== 'cny' && value.unit !== 'cny_10k')) return null;
  const unit = units[value.unit];
  return path.includes(unit) ? null : unit;
}

/** The figure as it travels, digit for digit; what was printed where it is none; nothing for a blank. */
function printCell(value: ShownCell | undefined): string {
  if (value === undefined) return '';
  return value.amount ?? value.raw;
}

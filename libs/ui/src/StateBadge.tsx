import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockExclamation,
  IconSend,
  IconTrashX,
} from '@tabler/icons-react';
import type { EditionState } from '@gongkai/model';
import type { JSX } from 'react';

/** What a year of one agency stands at: the state of its latest edition, nothing filed, or nothing that the reader may know of. */
export type ShownState = EditionState | 'not_filed' | 'unpublished';

const ICONS = {
  not_filed: IconCircleDashed,
  unpublished: IconCircleDashed,
  submitted: IconSend,
  returned: IconArrowBackUp,
  accepted: IconCircleCheck,
  published: IconCircleCheckFilled,
  withdrawn: IconTrashX,
} as const;

interface Props {
  readonly state: ShownState;
  readonly label: string;
  /** Words for lateness, where it is late. */
  readonly late?: string | null;
}

/** A state by sign, colour and word. */
export function StateBadge({ state, label, late = null }: Props): JSX.Element {
  const Icon = ICONS[state];
  return (
    <span className="gk-state-line">
      <span className="gk-state" data-state={state}>
        <Icon size={14} aria-hidden />
        {label}
      </span>
      {late !== null && (
        <span className="gk-state" data-state="late">
          <IconClockExclamation size={14} aria-hidden />
          {late}
        </span>
      )}
    </span>
  );
}

import type { AccountRole, EditionState } from './filing';

/** One step of an edition from state to state, who takes it, and what it needs. */
export interface Move {
  /** Null: the edition arrives. */
  readonly from: EditionState | null;
  readonly to: EditionState;
  readonly by: Extract<AccountRole, 'agency' | 'supervisor'>;
  /** Says in words why. */
  readonly needsReason: boolean;
  /** Not by the account that filed the edition. */
  readonly fourEyes: boolean;
}

/** All that can happen to an edition. What is not in it is refused, by the api with a code and by the database, which holds the same table. */
export const MOVES: readonly Move[] = [
  { from: null, to: 'submitted', by: 'agency', needsReason: false, fourEyes: false },
  { from: 'submitted', to: 'withdrawn', by: 'agency', needsReason: true, fourEyes: false },
  { from: 'submitted', to: 'returned', by: 'supervisor', needsReason: true, fourEyes: true },
  { from: 'submitted', to: 'accepted', by: 'supervisor', needsReason: false, fourEyes: true },
  { from: 'accepted', to: 'returned', by: 'supervisor', needsReason: true, fourEyes: true },
  { from: 'accepted', to: 'published', by: 'supervisor', needsReason: false, fourEyes: true },
];

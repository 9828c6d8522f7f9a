import type { ReasonClass } from '../generated/graphql';

/** Why a report that stands is replaced, in the order in which it is asked. */
export const REASON_CLASSES: readonly ReasonClass[] = ['correction', 'definition_change', 'reorganisation', 'late_addition'];

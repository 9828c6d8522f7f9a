import type { Objection } from '@gongkai/indicators';
import { type Refusal, refuse } from './refusal';

/** A question that has no answer is refused in the words that say why. */
export function refuseObjection({ objection, words }: Objection): Refusal {
  return refuse(objection, words);
}

import type { Words } from '@gongkai/model';

/** Why a question has no answer: a code for programs, words for people. */
export interface Objection {
  readonly objection: 'BAD_REQUEST' | 'NOT_ADDITIVE' | 'UNKNOWN_INDICATOR';
  readonly words: Words;
}

export function object(objection: Objection['objection'], words: Words): Objection {
  return { objection, words };
}

export function isObjection(result: unknown): result is Objection {
  return typeof result === 'object' && result !== null && 'objection' in result;
}

import type { SessionQuery } from '../generated/graphql';
import type { Session } from './use-session';

/** Whether a session that was there has run out. Whoever logged out is nobody already before it is read again. */
export function hasEnded(
  before: (Pick<Session, 'me'> & Partial<Pick<Session, 'hasEnded'>>) | undefined,
  { me }: Pick<SessionQuery, 'me'>,
): boolean {
  return me == null && before !== undefined && (before.me != null || before.hasEnded === true);
}

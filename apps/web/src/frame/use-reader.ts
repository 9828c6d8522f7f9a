import { useOutletContext } from 'react-router';
import type { Session } from '../session/use-session';

/** The session, known to every page inside the frame. */
export function useReader(): Session {
  return useOutletContext<Session>();
}

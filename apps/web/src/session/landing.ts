import type { Account } from './use-session';

/** Where an account begins its day: its own reports, what awaits a decision, or the figures. */
export function landingOf(account: Pick<Account, 'role' | 'agency' | 'region'>): string {
  if (account.role === 'agency') return '/file';
  if (account.role === 'supervisor') return '/review?awaiting=1';
  return account.region ? `/overview?region=${account.region.id}` : '/overview';
}

/** A path of this site to return to; anything else is not followed. */
export function safeReturn(path: string | null): string | null {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : null;
}

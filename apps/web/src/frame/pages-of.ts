import type { AccountRole } from '@gongkai/model';

export interface PageLink {
  readonly path: string;
  readonly to: string;
  /** Key of its words. */
  readonly label: string;
}

const OVERVIEW: PageLink = { path: '/overview', to: '/overview', label: 'nav.overview' };
const REPORTS: PageLink = { path: '/review', to: '/review', label: 'nav.reports' };
const REVIEW: PageLink = { path: '/review', to: '/review?awaiting=1', label: 'nav.review' };
const FILING: PageLink = { path: '/file', to: '/file', label: 'nav.file' };
const CHECK: PageLink = { path: '/file', to: '/file', label: 'nav.check' };
const ACCOUNTS: PageLink = { path: '/accounts', to: '/accounts', label: 'nav.accounts' };
const REGISTERS: PageLink = { path: '/registers', to: '/registers', label: 'nav.registers' };

/** The pages of a role, the one it works on first. */
export function pagesOf(role: AccountRole | undefined): readonly PageLink[] {
  if (role === 'agency') return [FILING, OVERVIEW, REPORTS];
  if (role === 'supervisor') return [REVIEW, OVERVIEW, CHECK];
  if (role === 'administrator') return [OVERVIEW, REPORTS, CHECK, REGISTERS, ACCOUNTS];
  return [OVERVIEW, REPORTS, CHECK];
}

import { isExplanation, type Finding } from '@gongkai/model';
import { isUnfinished } from './is-unfinished';
import type { YearDesk } from './use-year-desk';

/** What still stands in the way of filing, the first of them. */
export type FilingObstacle =
  'not_allowed' | 'offline' | 'unsaved' | 'conflict' | 'checking' | 'unfinished' | 'errors' | 'explanations' | 'reason';

/** The findings that may stand if they are explained in writing. */
export function toExplain(findings: readonly Finding[] | null): readonly Finding[] {
  return findings?.filter(({ severity }) => severity === 'inconsistency') ?? [];
}

export function filingObstacle(desk: YearDesk): FilingObstacle | null {
  const { report, draft, findings } = desk;
  const { may } = report;
  if (!may.submit && !may.amend) return 'not_allowed';
  if (draft.conflict?.isMine === true) return 'conflict';
  if (findings === null && !desk.isBroken) return 'checking';
  if (findings !== null && isUnfinished(findings)) return 'unfinished';
  if (findings?.some(({ severity }) => severity === 'error')) return 'errors';
  if (toExplain(findings).some((finding) => !isExplanation(desk.explanationOf(finding)))) return 'explanations';
  const { reasonClass, reason } = draft.content;
  if (may.amend && (reasonClass == null || !isExplanation(reason ?? ''))) return 'reason';
  if (draft.saving === 'offline') return 'offline';
  return draft.saving === 'refused' || draft.saving === 'signed_out' || draft.saving === 'failed' ? 'unsaved' : null;
}

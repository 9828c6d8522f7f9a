import { isExplanation } from '@gongkai/model';
import { findingKey, type ShownFinding } from '@gongkai/ui';
import { isUnfinished } from '../file/is-unfinished';
import type { RunningFindings } from '../file/use-findings';
import type { NilTexts } from './use-nil-return';

/** What still stands in the way of sending a nil return, the first of it. */
export type NilObstacle = 'statement' | 'checking' | 'unfinished' | 'errors' | 'explanations' | 'reason';

interface NilAsked {
  readonly texts: NilTexts;
  readonly running: RunningFindings;
  /** What is to be explained, found here or by the platform. */
  readonly toExplain: readonly Pick<ShownFinding, 'code' | 'path' | 'cells'>[];
  readonly amends: boolean;
}

export function nilObstacle({ texts, running: { findings, isBroken }, toExplain, amends }: NilAsked): NilObstacle | null {
  if (!isExplanation(texts.statement)) return 'statement';
  if (findings === null && !isBroken) return 'checking';
  if (findings !== null && isUnfinished(findings)) return 'unfinished';
  if (findings?.some(({ severity }) => severity === 'error')) return 'errors';
  if (toExplain.some((finding) => !isExplanation(texts.explanations[findingKey(finding)]?.text ?? ''))) return 'explanations';
  return amends && (texts.reasonClass === null || !isExplanation(texts.reason)) ? 'reason' : null;
}

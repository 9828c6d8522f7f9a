import type { Severity } from '@gongkai/model';
import type { FindingsVerdict } from '@gongkai/rules';
import { IconCircleCheckFilled, IconCircleXFilled, IconMessage2Question } from '@tabler/icons-react';

/** The sign of a verdict; the words stand beside it. */
export const VERDICT_ICONS: Readonly<Record<FindingsVerdict, typeof IconCircleXFilled>> = {
  clean: IconCircleCheckFilled,
  warnings: IconCircleCheckFilled,
  must_explain: IconMessage2Question,
  cannot_be_filed: IconCircleXFilled,
};

/** What the sentence of a verdict counts. */
export function verdictCounts(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<'errors' | 'inconsistencies' | 'warnings', number>> {
  const count = (...severities: readonly Severity[]): number => findings.filter(({ severity }) => severities.includes(severity)).length;
  return { errors: count('error'), inconsistencies: count('inconsistency'), warnings: count('warning', 'info') };
}

import type { Finding } from '@gongkai/model';

/** What a form says of itself that nobody has filled in yet: blank cells, and sections without text. */
const UNFILLED = new Set(['FMT-BLANK', 'NV-HEAD']);

/** Whether nothing is wrong but that something is still to be filled in. */
export function isUnfinished(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0 && errors.every(({ code }) => UNFILLED.has(code));
}

import type { FormId, Rule } from '@gongkai/model';

/** A rule a supervisor wrote for one form. It never holds a report back: its severity is `warning` or `info`. */
export interface OwnRule extends Rule {
  readonly form: FormId;
  readonly severity: 'warning' | 'info';
}

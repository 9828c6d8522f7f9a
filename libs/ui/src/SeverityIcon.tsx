import type { Severity } from '@gongkai/model';
import { IconAlertTriangle, IconCircleXFilled, IconInfoCircle, IconMessage2Question } from '@tabler/icons-react';
import type { JSX } from 'react';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'inconsistency', 'warning', 'info'];

const ICONS = {
  error: IconCircleXFilled,
  inconsistency: IconMessage2Question,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
} as const;

/** The sign of a severity: a shape of its own for each, so that colour alone says nothing. Decorative; the words stand beside it. */
export function SeverityIcon({ severity, size = 16 }: { readonly severity: Severity; readonly size?: number }): JSX.Element {
  const Icon = ICONS[severity];
  return <Icon size={size} aria-hidden className="gk-severity-icon" data-severity={severity} />;
}

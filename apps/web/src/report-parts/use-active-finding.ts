import { findingKey, type ShownFinding } from '@gongkai/ui';
import { useState } from 'react';

export interface ActiveFinding<F> {
  readonly active: F | null;
  /** Lights a finding's cells and brings the first into view. */
  readonly choose: (finding: F | null) => void;
  /** Reads the finding of a lit cell, the next one where there are several. */
  readonly pick: (cell: string) => void;
}

export function useActiveFinding<F extends ShownFinding>(findings: readonly F[]): ActiveFinding<F> {
  const [active, setActive] = useState<F | null>(null);
  return {
    active,
    choose: (finding) => {
      setActive(finding);
      if (finding?.cells[0]) bringIntoView('data-cell', finding.cells[0]);
    },
    pick: (cell) => {
      const own = findings.filter(({ cells }) => cells.includes(cell));
      const next = own[(active === null ? 0 : own.indexOf(active) + 1) % own.length];
      if (!next) return;
      setActive(next);
      bringIntoView('data-finding', findingKey(next));
    },
  };
}

/** Scrolls to what carries the attribute, smoothly unless the reader wants calm. */
export function bringIntoView(attribute: string, value: string): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const element = document.querySelector(`[${attribute}="${CSS.escape(value)}"]`);
  element?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: calm ? 'auto' : 'smooth' });
}

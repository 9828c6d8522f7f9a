import type { KeyboardEvent } from 'react';

interface Spot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Step = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
/** Points by which neighbours may overlap. */
const LEEWAY = 1;

/**
 * Arrow keys among what the selector names within the element that hears them: left and right in its order, up and down to what stands nearest there,
 * Home and End to both ends. Only where one of these has the focus; other keys and keys with a modifier are left alone.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const step = STEPS[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(selector) : null;
  if (step === undefined || from === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const spots = all.map((element) => element.getBoundingClientRect());
  const to = spotReached(spots, all.indexOf(from), step);
  event.preventDefault();
  all[to ?? -1]?.focus();
}

/** The index that a step leads to; null where nothing is there. */
export function spotReached(spots: readonly Spot[], from: number, step: Step): number | null {
  const start = spots[from];
  if (start === undefined) return null;
  if (step === 'first') return 0;
  if (step === 'last') return spots.length - 1;
  if (step === 'next' || step === 'previous') {
    const to = from + (step === 'next' ? 1 : -1);
    return spots[to] === undefined ? null : to;
  }
  const ahead = spots.flatMap((spot, index) => {
    const distance = step === 'down' ? spot.top - start.bottom : start.top - spot.bottom;
    return distance < -LEEWAY ? [] : [{ index, distance, aside: Math.abs(spot.left + spot.right - start.left - start.right) }];
  });
  const nearest = Math.min(...ahead.map(({ distance }) => distance));
  const row = ahead.filter(({ distance }) => distance <= nearest + start.bottom - start.top);
  return row.sort((one, other) => one.aside - other.aside || one.distance - other.distance)[0]?.index ?? null;
}

interface Edition<Event> {
  readonly state: string;
  readonly events: readonly Event[];
}

/** The event that returned an edition, with its reason and comments; null where the edition does not stand returned. */
export function lastReturn<Event extends { readonly state: string; readonly sequence: number }>(edition: Edition<Event>): Event | null {
  if (edition.state !== 'returned') return null;
  return edition.events.filter(({ state }) => state === 'returned').toSorted((a, b) => b.sequence - a.sequence)[0] ?? null;
}

import type { DraftOwner } from './draft-shelf';

const CHANNEL = 'gongkai-drafts';
const nameOf = ({ accountId, agencyId, year }: DraftOwner): string => `${accountId} ${agencyId} ${year}`;

/** Tells the other pages of this browser that the server has another draft now. */
export function tellPages(owner: DraftOwner): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(nameOf(owner));
  channel.close();
}

/** Calls back when another page told so; until the function that it answers is called. */
export function hearPages(owner: DraftOwner, hear: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => (data === nameOf(owner) ? hear() : undefined);
  return () => channel.close();
}

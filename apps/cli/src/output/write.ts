import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and, where the reader at the other end is slow, waits for it: nothing piles up in memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

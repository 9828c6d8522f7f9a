import { Inflate } from 'fflate';
import { refuseDamaged, refuseEncrypted, Refused } from '../refusals';
import { checksum } from './checksum';
import type { ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;
/** Deflate grows a thousandfold at most, so that one step adds no more than 16 MB before it is counted. */
const STEP = 16 * 1024;

/**
 * The bytes of an entry, counted while they are inflated and compared with their checksum: a changed byte is never read as a figure.
 * Null once there are more than `most`. Throws `Refused` for an encrypted or damaged entry.
 */
export function unpackEntry(entry: ZipEntry, most: number): Uint8Array | null {
  if (entry.encrypted) throw new Refused(refuseEncrypted());
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new Refused(refuseDamaged());
  const bytes = entry.method === STORED ? entry.packed : inflate(entry.packed, most);
  if (!bytes || bytes.length > most) return null;
  if (checksum(bytes) !== entry.checksum) throw new Refused(refuseDamaged());
  return bytes;
}

function inflate(packed: Uint8Array, most: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  });
  for (let at = 0; at < packed.length && size <= most; at += STEP) {
    push(stream, packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  return size > most ? null : joined(chunks, size);
}

function push(stream: Inflate, chunk: Uint8Array, last: boolean): void {
  try {
    stream.push(chunk, last);
  } catch {
    throw new Refused(refuseDamaged());
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

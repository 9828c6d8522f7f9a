import { Inflate, inflateSync } from 'fflate';
import { refuseDamaged, refuseEncrypted, RefusedDocument } from '../refusals';
import { checksum } from './checksum';
import type { ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;
/** Deflate grows a thousandfold at most, so that one step adds no more than 16 MB before it is counted. */
const STEP = 16 * 1024;
/** Packed bytes that are inflated at once where the entry says how much that gives: 64 MB at most, dropped beyond what it says. */
const SMALL = 64 * 1024;

/** Bytes that may still be unpacked, shared by all entries of a file; below zero once there were more. */
export interface Allowance {
  left: number;
}

/**
 * The bytes of an entry, counted while they are inflated and compared with their checksum: a changed byte is never read as a figure.
 * Null once there are more than `most` or than the allowance. Throws `Refused` for an encrypted or damaged entry.
 */
export function unpackEntry(entry: ZipEntry, allowance: Allowance, most = Infinity): Uint8Array | null {
  if (entry.encrypted) throw new RefusedDocument(refuseEncrypted());
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new RefusedDocument(refuseDamaged());
  const bytes =
    entry.method === STORED
      ? take(entry.packed, allowance, most)
      : (inflateSmall(entry, allowance, most) ?? inflate(entry.packed, allowance, most));
  if (bytes && checksum(bytes) !== entry.checksum) throw new RefusedDocument(refuseDamaged());
  return bytes;
}

function take(bytes: Uint8Array, allowance: Allowance, most: number): Uint8Array | null {
  allowance.left -= bytes.length;
  return allowance.left < 0 || bytes.length > most ? null : bytes;
}

/** Null for whatever is large, or larger than it says. */
function inflateSmall({ packed, declaredSize }: ZipEntry, allowance: Allowance, most: number): Uint8Array | null {
  if (packed.length > SMALL || declaredSize > Math.min(allowance.left, most)) return null;
  const bytes = inflated(() => inflateSync(packed, { out: new Uint8Array(declaredSize + 1) }));
  if (bytes.length > declaredSize) return null;
  allowance.left -= bytes.length;
  return bytes;
}

function inflate(packed: Uint8Array, allowance: Allowance, most: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const isOver = (): boolean => allowance.left < 0 || size > most;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    allowance.left -= chunk.length;
    if (!isOver()) chunks.push(chunk);
  });
  for (let at = 0; at < packed.length && !isOver(); at += STEP) {
    const [chunk, last] = [packed.subarray(at, at + STEP), at + STEP >= packed.length];
    inflated(() => stream.push(chunk, last));
  }
  return isOver() ? null : joined(chunks, size);
}

function inflated<Result>(inflateSome: () => Result): Result {
  try {
    return inflateSome();
  } catch {
    throw new RefusedDocument(refuseDamaged());
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

import { Inflate } from 'fflate';
import { refuseDamaged, refuseEncrypted, Refused } from '../refusals';
import { checksum } from './checksum';
import type { ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;
/** Deflate grows a thousandfold at most, so that one step adds no more than 16 MB before it is counted. */
const STEP = 16 * 1024;

/** Bytes that may still be unpacked, shared by all entries of a file; below zero once there were more. */
export interface Allowance {
  left: number;
}

/**
 * The bytes of an entry, counted while they are inflated and compared with their checksum: a changed byte is never read as a figure.
 * Null once there are more than `most` or than the allowance. Throws `Refused` for an encrypted or damaged entry.
 */
export function unpackEntry(entry: ZipEntry, allowance: Allowance, most = Infinity): Uint8Array | null {
  if (entry.encrypted) throw new Refused(refuseEncrypted());
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new Refused(refuseDamaged());
  const bytes = entry.method === STORED ? take(entry.packed, allowance, most) : inflate(entry.packed, allowance, most);
  if (bytes && checksum(bytes) !== entry.checksum) throw new Refused(refuseDamaged());
  return bytes;
}

function take(bytes: Uint8Array, allowance: Allowance, most: number): Uint8Array | null {
  allowance.left -= bytes.length;
  return allowance.left < 0 || bytes.length > most ? null : bytes;
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
    push(stream, packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  return isOver() ? null : joined(chunks, size);
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

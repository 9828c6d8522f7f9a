import { open } from 'node:fs/promises';
import { LARGEST_FILE } from '@gongkai/parsers/worker';
import type { FileRefusal } from '../check-record';
import { refuseByError } from './refusals';

/** One byte more than the reader takes: enough for it to refuse the file, and no reason to hold the rest. */
const MOST_BYTES = LARGEST_FILE * 1024 * 1024 + 1;
const CHUNK = 1024 * 1024;

export async function readFileBytes(path: string): Promise<Uint8Array | FileRefusal> {
  try {
    const file = await open(path);
    try {
      return await readStreamBytes(file.createReadStream({ highWaterMark: CHUNK, autoClose: false }));
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuseByError(error);
  }
}

export async function readStreamBytes(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= MOST_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

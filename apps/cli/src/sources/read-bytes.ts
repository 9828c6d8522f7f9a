import { open } from 'node:fs/promises';
import { LARGEST_FILE } from '@gongkai/parsers/worker';
import type { FileRefusal } from '../check-record';
import { refuseByError } from './refusals';

const MEGABYTE = 1024 * 1024;

/** The file, or of one that is larger than `megabytes` one byte more than that: enough to refuse it, and no reason to hold the rest. */
export async function readFileBytes(path: string, megabytes = LARGEST_FILE): Promise<Uint8Array | FileRefusal> {
  try {
    const file = await open(path);
    try {
      return await readStreamBytes(file.createReadStream({ highWaterMark: MEGABYTE, autoClose: false }), megabytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    return refuseByError(error);
  }
}

export async function readStreamBytes(stream: AsyncIterable<Uint8Array>, megabytes = LARGEST_FILE): Promise<Uint8Array> {
  const most = megabytes * MEGABYTE + 1;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= most) break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, most));
}

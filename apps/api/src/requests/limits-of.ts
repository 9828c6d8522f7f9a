import { ARCHIVE_LIMITS, LARGEST_FILE } from '@gongkai/parsers';
import type { Caller } from '../database/caller';
import type { JsonLimits } from './read-json';
import type { SpoolLane } from './spool';

const MEGABYTE = 1024 * 1024;

/** Characters of an address with all that is asked in it. */
export const ADDRESS_AT_MOST = 8_000;
/** Bytes of any JSON, whoever sends it. */
export const JSON_AT_MOST = 4 * MEGABYTE;
/** A file may be larger than is taken, so that it can be refused in words; what is over is read and dropped. */
const OVER = 64 * MEGABYTE;

/** What one request may weigh, by who sends it. Sizes are bytes. */
export interface RequestLimits {
  readonly json: JsonLimits & { readonly bytes: number };
  readonly files: number;
  readonly fileSize: number;
  /** Of a whole request with files. */
  readonly multipart: number;
  readonly lane: SpoolLane;
  /** Within which its body arrives. */
  readonly seconds: { readonly json: number; readonly multipart: number };
}

const ONE_REPORT = { files: 1, fileSize: LARGEST_FILE * MEGABYTE + 1, multipart: (LARGEST_FILE + 1) * MEGABYTE + OVER } as const;
/** Archives of published reports. */
const MANY_REPORTS = {
  files: 100,
  fileSize: ARCHIVE_LIMITS.megabytes * MEGABYTE + 1,
  multipart: (ARCHIVE_LIMITS.megabytes + 1) * MEGABYTE + OVER,
} as const;

export const ANONYMOUS_LIMITS: RequestLimits = {
  json: { bytes: MEGABYTE, depth: 24, values: 20_000 },
  ...ONE_REPORT,
  lane: 'public',
  seconds: { json: 15, multipart: 60 },
};
const ACCOUNT: RequestLimits = {
  json: { bytes: JSON_AT_MOST, depth: 24, values: 400_000 },
  ...ONE_REPORT,
  lane: 'accounts',
  seconds: { json: 30, multipart: 120 },
};
const IMPORTER: RequestLimits = { ...ACCOUNT, ...MANY_REPORTS, seconds: { json: 30, multipart: 600 } };

export function limitsOf(caller: Caller): RequestLimits {
  if (caller.kind !== 'account') return ANONYMOUS_LIMITS;
  return caller.role === 'supervisor' || caller.role === 'administrator' ? IMPORTER : ACCOUNT;
}

import { unpackEntry, type Allowance } from '../bytes/unpack-entry';
import { zipDirectory, type ZipEntry } from '../bytes/zip-directory';
import { LARGEST_FILE } from '../largest-file';
import {
  refuseArchive,
  refuseArchiveSize,
  refuseDamaged,
  refuseFiles,
  refuseTooLarge,
  RefusedDocument,
  type ParseRefusal,
} from '../refusals';
import { decodeName } from './decode-name';

/** One file of an archive: its bytes, or why there are none. `name` with its folders, parted by slashes. */
export type ArchivedFile =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly refusal: ParseRefusal };

export type ArchiveOutcome =
  { readonly ok: true; readonly files: readonly ArchivedFile[] } | { readonly ok: false; readonly refusal: ParseRefusal };

export interface ArchiveLimits {
  /** Most files of one archive. */
  readonly files: number;
  /** Most that all files of one archive unpack to, in megabytes. */
  readonly megabytes: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = { files: 1000, megabytes: 256 };

const MEGABYTE = 1024 * 1024;
/** Folders and what a system leaves behind are listed beside the files. */
const ENTRIES_A_FILE = 4;
const ARCHIVE_NAME = /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/i;
/** What macOS adds, hidden files, and the lock files of documents that were open (`~$…`, `.~…`). */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|\.[^/]*\/|~\$[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Opens a zip of many reports. Names are read as UTF-8 or GBK. Left out are folders and what systems leave behind; an entry that is damaged,
 * encrypted, too large to be read, or an archive itself is refused for itself. Bytes are counted while they are unpacked: an archive over a
 * limit is refused as a whole, the limit said.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): ArchiveOutcome {
  const most = limits.files * ENTRIES_A_FILE;
  const entries = zipDirectory(bytes, most);
  if (!entries) return { ok: false, refusal: refuseDamaged() };
  const listed = entries.map((entry) => ({ entry, name: decodeName(entry) })).filter(({ name }) => isFile(name));
  if (listed.length > limits.files || entries.length > most) return { ok: false, refusal: refuseFiles(limits.files) };
  const allowance = { left: limits.megabytes * MEGABYTE };
  const files: ArchivedFile[] = [];
  for (const { entry, name } of listed) {
    files.push({ name, ...unpackFile(entry, name, allowance) });
    if (allowance.left < 0) return { ok: false, refusal: refuseArchiveSize(limits.megabytes) };
  }
  return { ok: true, files };
}

function isFile(name: string): boolean {
  return name !== '' && !name.endsWith('/') && !LEFT_BEHIND.test(name);
}

function unpackFile(
  entry: ZipEntry,
  name: string,
  allowance: Allowance,
): { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly refusal: ParseRefusal } {
  if (ARCHIVE_NAME.test(name)) return { ok: false, refusal: refuseArchive() };
  try {
    const bytes = unpackEntry(entry, allowance, LARGEST_FILE * MEGABYTE);
    return bytes ? { ok: true, bytes } : { ok: false, refusal: refuseTooLarge(LARGEST_FILE) };
  } catch (error) {
    if (error instanceof RefusedDocument) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

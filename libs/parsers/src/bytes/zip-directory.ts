/** One entry of a zip, as its central directory lists it. Nothing is unpacked yet. */
export interface ZipEntry {
  /** Bytes of the name; `utf8` is what the entry claims of them. */
  readonly name: Uint8Array;
  readonly utf8: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  /** Unpacked size as declared, which may be a lie. */
  readonly declaredSize: number;
  readonly packed: Uint8Array;
}

interface End {
  readonly count: number;
  readonly start: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;

/**
 * The entries of a zip (PKWARE APPNOTE 4.3), at most `most` + 1 of them so that a caller can see that there are too many.
 * Null where the directory or an entry does not lie within the file; sizes beyond 4 GB (Zip64) do not occur in files of the size we read.
 */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (!end) return null;
  const entries: ZipEntry[] = [];
  let at = end.start;
  for (let index = 0; index < Math.min(end.count, most + 1); index += 1) {
    const entry = entryAt(view, at);
    if (!entry) return null;
    entries.push(entry);
    at += CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): End | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  return null;
}

function entryAt(view: DataView, at: number): ZipEntry | null {
  if (at + CENTRAL_SIZE > view.byteLength || view.getUint32(at, true) !== CENTRAL) return null;
  const nameLength = view.getUint16(at + 28, true);
  const packed = packedAt(view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
  if (!packed || at + CENTRAL_SIZE + nameLength > view.byteLength) return null;
  const flags = view.getUint16(at + 8, true);
  return {
    name: slice(view, at + CENTRAL_SIZE, nameLength),
    utf8: (flags & 0x800) !== 0,
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    declaredSize: view.getUint32(at + 24, true),
    packed,
  };
}

function packedAt(view: DataView, at: number, size: number): Uint8Array | null {
  if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== LOCAL) return null;
  const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + size > view.byteLength ? null : slice(view, start, size);
}

function slice(view: DataView, at: number, size: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, size);
}

/** Encodings a page may name for itself and be believed; GB2312 and GBK are parts of GB18030. */
const DECLARED: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
};
const REPLACEMENT = '\uFFFD';
/** A UTF-8 file may hold one broken character in two hundred and still be read. */
const BROKEN_SHARE = 200;

/**
 * The text of a file: by byte order mark, then as UTF-8, then by the `charset` the page names, then as GB18030.
 * Null where it is not text: NUL bytes, or no encoding fits.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  if (bytes.includes(0)) return null;
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const declared = declaredCharset(bytes);
  const other = decode(bytes, declared ?? 'gb18030');
  if (other !== null && declared !== null) return other;
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return countOf(lenient, REPLACEMENT) * BROKEN_SHARE <= lenient.length ? lenient : other;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const name = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,20})/i.exec(head)?.[1];
  return (name && DECLARED[name.toLowerCase()]) ?? null;
}

function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count += 1;
  return count;
}
